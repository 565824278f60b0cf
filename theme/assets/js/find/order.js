// In which order cases stand. Those that one order leaves side by side stay in the usual one. No DOM.
import { compare, fitOf } from "../fit/rank.js";
import { FIT, RELEVANCE } from "./state.js";

/**
 * @template {import("./match.js").Row} R
 * @param {R[]} rows in the usual order
 * @param {string} sort
 * @param {{found?: Map<string, {at: number}>, fit: import("../fit/answers.js").Answers}} known where search put each case,
 *   and what the reader answered
 * @returns {R[]}
 */
export const sorted = (rows, sort, { found, fit }) => {
  if (sort === FIT) {
    const fits = new Map(rows.map((row) => [row, fitOf(row.conditions, fit)]));
    return [...rows].sort((one, other) => compare(fits.get(one), fits.get(other)));
  }
  const at = sort === RELEVANCE ? ({ id }) => found?.get(id)?.at ?? rows.length : (row) => row.at.get(sort);
  return [...rows].sort((one, other) => at(one) - at(other));
};
