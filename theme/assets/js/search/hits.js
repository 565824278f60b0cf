// Where the words of a query stand: the matches of each in every entry, also through needs and approaches.

import { WEAK, weakWords } from "./weak.js";

/**
 * @typedef {import("./forms.js").Form} Form
 * @typedef {{form: Form, field: string, via?: number}} Match a word of the index, the field it stands in, and the
 *   position of the need or approach through which it counts
 * @typedef {{word: string, matches: Map<number, Match[]>, telling: number, forms: Form[],
 *   isHalf: boolean}} Found what one word of the
 *   query found, by the position of the entry; `telling`: the fewer entries have it, the more it says;
 *   `isHalf`: it may be half of a word
 */

export const TERM_KINDS = ["Need", "Approach"];
export const NAME_FIELDS = ["title", "name", "also"];
export const TEXT = "text";
// How sure it is that a page is about a word that only its full text has.
const IN_TEXT = 0.25;
// How much more a rare word says than a frequent one: below 1, less than its rarity.
const RARE = 0.7;

const put = (map, key, found) => {
  const own = map.get(key);
  if (own) own.push(...found);
  else map.set(key, [...found]);
};

export const hitsOf = ({ places }, entries, { forms, sameStem }) => {
  const answering = new Map();
  entries.forEach((entry, at) => entry.terms.forEach((term) => put(answering, term, [at])));

  const matchesOf = (form) => (places.get(form.word) ?? []).map(({ entry, field }) => ({ entry, match: { form, field } }));

  /** Entries that have all words of another way to say it, in one field. */
  const matchesOfOther = ({ words, weight }) => {
    const form = { word: words.join(" "), how: "like", weight, stem: "", words };
    const each = words.map((word) => new Set(sameStem(word).flatMap(({ word: own }) => places.get(own) ?? [])
      .map(({ entry, field }) => `${entry} ${field}`)));
    return [...(each[0] ?? [])].filter((key) => each.every((found) => found.has(key))).map((key) => {
      const [entry, field] = key.split(" ");
      return { entry: Number(entry), match: { form, field } };
    });
  };

  const throughTerms = (matches) => {
    for (const [term, own] of [...matches]) {
      if (!TERM_KINDS.includes(entries[term].kind)) continue;
      const naming = own.filter(({ field, via }) => via === undefined && NAME_FIELDS.includes(field));
      if (!naming.length) continue;
      for (const at of answering.get(term) ?? []) put(matches, at, naming.map((match) => ({ ...match, via: term })));
    }
    return matches;
  };

  const tellingOf = (count) => Math.log(1 + (entries.length - count + 0.5) / (count + 0.5)) ** RARE;

  const isHalf = (own, unfinished) => unfinished && own.length > 0 && own.every(({ how }) => how !== "same");

  /**
   * @param {{word: string, unfinished: boolean, others: import("./alike.js").Other[], inText: number[]}} asked `inText`:
   *   the entries whose full text has the word
   * @returns {Found}
   */
  return ({ word, unfinished, others, inText }) => {
    const known = forms(word, unfinished);
    const isGuess = known.every(({ how }) => how === "typo");
    const other = others.flatMap(matchesOfOther);
    const own = isGuess && (other.length || inText.length) ? [] : known;
    const inFull = { form: { word, how: "same", weight: IN_TEXT, stem: "" }, field: TEXT };
    const text = inText.map((entry) => ({ entry, match: inFull }));
    const direct = own.flatMap(matchesOf);
    const count = new Set([direct, other, text].find(({ length }) => length)?.map(({ entry }) => entry)).size;
    const matches = new Map();
    for (const { entry, match } of [...direct, ...other, ...text]) put(matches, entry, [match]);
    const telling = (count ? tellingOf(count) : 0) * (weakWords.has(word) ? WEAK : 1);
    return { word, matches: throughTerms(matches), telling, forms: own, isHalf: isHalf(own, unfinished) };
  };
};
