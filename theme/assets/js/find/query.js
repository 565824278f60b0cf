// A search term, asked of both layers of search: the cases that they find, in order and each with the reason. No DOM.
import { answer } from "../search/client.js";
import { mentions } from "../search/full_text.js";

/**
 * @typedef {{text: string, found: boolean}} Piece
 * @typedef {{at: number, why?: string, excerpt?: Piece[]}} Reason
 * @typedef {{q: string, found: Map<string, Reason>, elsewhere: number, isPartial: boolean, isGuess: boolean,
 *   isWhole: boolean}} Found
 *   `elsewhere`: how many other pages surely have all the words; `isPartial`: no case is known to have all the words; `isGuess`: none
 *   has them as they were typed; `isWhole`: nothing more will come
 */
const CASE = /^case_studies\/([^/#]+)\/$/;
const NO_TEXT = { found: [], complete: false };

const id = ({ url }) => CASE.exec(url)?.[1];
const cases = (results) => results.filter(id).map(({ why, excerpt, ...one }) => [id(one), excerpt ? { excerpt } : { why }]);

const inText = (words) => mentions(words).catch(() => NO_TEXT); // the first layer has answered

/** The first mention of each case counts. @returns {Map<string, Reason>} */
const ordered = (lists) => {
  const found = new Map();
  for (const [case_, reason] of lists.flat()) if (!found.has(case_)) found.set(case_, { ...reason, at: found.size });
  return found;
};

/** Best first: all words in what a case is, all words in its text, then what has some of them or is a guess. */
export const together = (known, text) => {
  const [own, said] = [cases(known.results), cases(text.found)];
  if (text.complete) return ordered(known.sure && !known.partial ? [own, said] : [said, own]);
  return ordered(known.sure && !known.partial ? [own] : [own, said]);
};

/**
 * What a search term finds: first what layer one is sure of, then all.
 * @param {string} q
 * @returns {AsyncGenerator<Found>}
 */
export async function* find(q) {
  const known = await answer(q, Infinity);
  const isPlain = known.sure && !known.partial;
  const elsewhere = isPlain ? known.total - cases(known.results).length : 0;
  const told = { q, elsewhere, isPartial: known.partial, isGuess: !known.sure, isWhole: false };
  if (isPlain) yield { ...told, found: ordered([cases(known.results)]) };
  const text = await inText(known.words);
  const hasAll = text.complete && cases(text.found).length > 0;
  const better = { isPartial: known.partial && !hasAll, isGuess: !known.sure && !hasAll };
  yield { ...told, ...better, isWhole: true, found: together(known, text) };
}
