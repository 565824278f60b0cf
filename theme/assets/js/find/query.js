// A search term, asked of both layers of search: the cases that they find, in order and each with the reason. No DOM.
import { all } from "../search/both_layers.js";
import { answer } from "../search/client.js";

/**
 * @typedef {{text: string, found: boolean}} Piece
 * @typedef {{at: number, why?: string, excerpt?: Piece[]}} Reason
 * @typedef {{q: string, found: Map<string, Reason>, elsewhere: number, isPartial: boolean, isGuess: boolean,
 *   isWhole: boolean}} Found
 *   `elsewhere`: how many other pages surely have all the words; `isPartial`: no case has all the words; `isGuess`: none
 *   has them as they were typed; `isWhole`: nothing more will come
 */
const CASE = /^case_studies\/([^/#]+)\/$/;
const EVERY = Number.MAX_SAFE_INTEGER;

const id = ({ url }) => CASE.exec(url)?.[1];

/** @param {import("../search/engine.js").Answer} known @returns {Found} */
const told = (q, known, isWhole) => {
  const cases = known.results.filter(id);
  return {
    q,
    found: new Map(cases.map((one, at) => [id(one), { at, ...(one.excerpt ? { excerpt: one.excerpt } : { why: one.why }) }])),
    elsewhere: known.sure ? known.results.filter((one) => !id(one) && one.full).length : 0,
    isPartial: cases.length > 0 && !cases.some(({ full }) => full),
    isGuess: !known.sure,
    isWhole,
  };
};

/**
 * What a search term finds: first what layer one is sure of, then all.
 * @param {string} q
 * @returns {AsyncGenerator<Found>}
 */
export async function* find(q) {
  const known = await answer(q, EVERY);
  if (known.sure && !known.partial) yield told(q, known, false);
  yield told(q, await all(q), true);
}
