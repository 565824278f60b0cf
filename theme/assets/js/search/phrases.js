// Words in quotation marks stand for themselves, one after the other.
import { words } from "./words.js";

const QUOTED = /["“”]([^"“”]+)["“”]/g;

/** The phrases of a query, folded: only those of two words or more say more than their words. @param {string} query */
export const phrasesOf = (query) => [...query.matchAll(QUOTED)].map(([, text]) => words(text))
  .filter((phrase) => phrase.length > 1).map((phrase) => phrase.join(" "));

/** Whether one of the texts has the words of a phrase one after the other, in whatever form. */
const stands = (texts, phrase, stem) => {
  const key = ` ${phrase.split(" ").map(stem).join(" ")} `;
  return texts.some((text) => ` ${words(text).map(stem).join(" ")} `.includes(key));
};

/**
 * Which entries have every phrase, in what layer one holds of their text or in their full text.
 * @param {any[]} entries
 * @param {string[]} told the fields whose text is known
 * @param {(word: string) => string} stem
 */
export const withPhrases = (entries, told, stem) => (positions, phrases, text) => positions.filter((at) => {
  const texts = told.flatMap((field) => entries[at][field] ?? []);
  return phrases.every((phrase) => text?.[phrase]?.includes(at) || stands(texts, phrase, stem));
});
