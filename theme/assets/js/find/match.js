// Which cases a choice leaves: OR within a facet, AND between facets. No DOM; hooks/whatworks/facets.py says the same.
import { choose } from "./state.js";

/**
 * @typedef {import("./state.js").Chosen} Chosen
 * @typedef {{id: string, has: Set<string>, at: Map<string, number>, conditions: string[]}} Row what a case has, as
 *   `facet:option`, where it stands in each order, and what it depended on
 */

/** @param {Row} row @param {Chosen} chosen */
export const fits = (row, chosen) => {
  for (const [facet, ids] of chosen) {
    if (ids.size && ![...ids].some((id) => row.has.has(`${facet}:${id}`))) return false;
  }
  return true;
};

/** @template {Row} R @param {R[]} rows @param {Chosen} chosen @returns {R[]} */
export const results = (rows, chosen) => rows.filter((row) => fits(row, chosen));

/** How many results there would be with this option on as well. @param {Row[]} rows @param {Chosen} chosen */
export const count = (rows, chosen, facet, option) => results(rows, choose(chosen, facet, option, true)).length;

/** The chosen options that a case has, by facet. @param {Row} row @param {Chosen} chosen @returns {[string, string[]][]} */
export const why = (row, chosen) => [...chosen]
  .map(([facet, ids]) => [facet, [...ids].filter((id) => row.has.has(`${facet}:${id}`))])
  .filter(([, ids]) => ids.length);
