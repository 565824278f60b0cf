// Words that stand for one another: everyday words, and the acronyms of the glossary.
import { words } from "./words.js";

/**
 * @typedef {{covers: number[], words: string[], weight: number}} Other other words for some of the query's words
 */

const EVERYDAY = 0.6;
const ACRONYM = 0.9;
const GLOSSARY = 0.7;
const LONGEST = 6;
// “made any difference” is “made a difference”.
const PASSED_OVER = new Set(["a", "an", "the", "any", "some", "my", "our", "your", "his", "her", "its", "their", "this", "that", "these", "those"]);
const SMALL = new Set(["a", "and", "for", "in", "of", "on", "the", "to", "&"]);

const isAcronym = (name) => /^\p{Lu}[\p{L}\p{N}&]*\p{Lu}[\p{L}\p{N}]*$/u.test(name) && !/\s/.test(name);

/** The initials of a name of three words or more that is written like one: “Local Government Improvement Programme”. */
const initials = (name) => {
  const long = name.split(/[\s-]+/).filter((word) => !SMALL.has(word));
  return long.length > 2 && long.every((word) => /^\p{Lu}/u.test(word)) ? long.map((word) => word[0]).join("") : "";
};

const groupOf = (names, weightOf) => names.map((name) => ({ words: words(name), weight: weightOf(name) }));

/**
 * @param {string[]} everyday groups, the words of each on a line of its own
 * @param {any[]} entries
 * @param {(word: string) => string} stem
 */
export const alike = (everyday, entries, stem) => {
  const keyOf = (list) => list.filter((word) => !PASSED_OVER.has(word)).map(stem).join(" ");
  const byKey = new Map();
  const put = (members) => members.forEach((member) => {
    const key = keyOf(member.words);
    byKey.set(key, [...(byKey.get(key) ?? []), ...members.filter((one) => keyOf(one.words) !== key)]);
  });
  for (const group of everyday) put(groupOf(group.split("\n"), () => EVERYDAY));
  for (const { kind, title, name, also } of entries) {
    const names = [title, ...(name ? [name] : []), ...also];
    if (kind === "Glossary") put(groupOf(names, () => (names.some(isAcronym) ? ACRONYM : GLOSSARY)));
    else for (const one of names) {
      const short = initials(one);
      if (short) put(groupOf([short, one], () => ACRONYM));
    }
  }

  /**
   * What else the query could have said: for each run of its words that has other words, those.
   * @param {string[]} asked every word of the query, in its order
   * @returns {Other[]}
   */
  return (asked) => {
    const kept = asked.map((word, at) => ({ word, at })).filter(({ word }) => !PASSED_OVER.has(word));
    const runs = kept.flatMap((_, from) => kept.slice(from, from + LONGEST).map((__, more) => kept.slice(from, from + more + 1)));
    return runs.flatMap((run) => (byKey.get(keyOf(run.map(({ word }) => word))) ?? []).map((other) => (
      { covers: run.map(({ at }) => at), words: other.words, weight: other.weight })));
  };
};
