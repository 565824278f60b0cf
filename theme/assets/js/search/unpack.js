// lunr's own form of an index, from the lighter one that hooks/whatworks/search/index.py writes.

/** Steps from word to word become the numbers of the words. @param {number[]} steps step, weight, step, weight … */
const vectorOf = (steps) => {
  let number = 0;
  return steps.map((value, at) => (at % 2 ? value : (number += value)));
};

/**
 * @param {{version: string, fields: string[], words: string, vectors: Record<string, number[]>}} packed a vector is
 *   named after its field and entry: `title/12`
 */
export const unpack = ({ version, fields, words, vectors }) => {
  const postings = words.split(" ").map((word, at) => (
    [word, { _index: at, ...Object.fromEntries(fields.map((field) => [field, {}])) }]));
  const fieldVectors = Object.entries(vectors).map(([name, steps]) => [name, vectorOf(steps)]);
  for (const [name, vector] of fieldVectors) {
    const [field, entry] = name.split("/");
    for (let at = 0; at < vector.length; at += 2) postings[vector[at]][1][field][entry] = {};
  }
  return { version, fields, fieldVectors, invertedIndex: postings, pipeline: [] };
};
