// What a reader may have meant: the query with each word that nothing knows replaced by the closest that is known.
import { fold } from "./words.js";

const isGuess = ({ forms, matches }) => matches.size > 0 && forms.length > 0 && forms.every(({ how }) => how === "typo");

/**
 * @param {string} query
 * @param {import("./hits.js").Found[]} found
 * @returns {{meant?: string, unknown: string[]}} `unknown`: the words that nothing knows
 */
export const meant = (query, found) => {
  const guesses = new Map(found.filter(isGuess).map(({ word, forms }) => [word, forms[0].word]));
  if (!guesses.size) return { unknown: [] };
  const closest = query.trim().replace(/[\p{L}\p{M}\p{N}'’]+/gu, (word) => guesses.get(fold(word)) ?? word);
  return { meant: closest, unknown: [...guesses.keys()] };
};
