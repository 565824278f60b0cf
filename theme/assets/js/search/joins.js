// Words that some write in one and others in two: “wellbeing” and “well being”, “subgroup” and “sub group”.
const WEIGHT = 0.9;
const FIRST = 3;
const SECOND = 4;

/**
 * @param {(word: string) => boolean} knows whether a word or one of its forms is known
 * @param {Set<string>} stops words that say nothing
 */
export const joins = (knows, stops) => {
  const splits = (word) => {
    for (let at = FIRST; at <= word.length - SECOND; at++) {
      const parts = [word.slice(0, at), word.slice(at)];
      if (parts.every((part) => knows(part) && !stops.has(part))) return parts;
    }
    return undefined;
  };

  /**
   * Other ways to write the words of a query.
   * @param {string[]} asked
   * @returns {import("./alike.js").Other[]}
   */
  const otherwise = (asked) => asked.flatMap((word, at) => {
    const both = word + (asked[at + 1] ?? "");
    const found = both !== word && knows(both) ? [{ covers: [at, at + 1], words: [both], weight: WEIGHT }] : [];
    const parts = knows(word) ? undefined : splits(word);
    return parts ? [...found, { covers: [at], words: parts, weight: WEIGHT }] : found;
  });

  /** Two words of which one says nothing, where they say something in one: “well being”. @param {string[]} asked */
  const together = (asked) => asked.slice(1).map((two, at) => ({ word: asked[at] + two, at }))
    .filter(({ word, at }) => (stops.has(asked[at]) || stops.has(asked[at + 1])) && knows(word));

  return { otherwise, together };
};
