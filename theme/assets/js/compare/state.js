// What is compared, as data and as the query of an address. No DOM.
import { asked, queryOf, sift } from "../cases/address.js";

export const MOST = 4;

/**
 * @typedef {{ids: string[], left: string[], only: boolean, withdrawn: import("../cases/data.js").Withdrawn[], unknown: string[]}} State
 *   the cases in their order, those beyond the most that fit, whether only differing rows are shown, and what was asked in vain
 * @param {string} query as in `location.search` @param {import("../cases/data.js").CaseList} list @returns {State}
 */
export const read = (query, list) => {
  const { known, withdrawn, unknown } = sift(asked(query), list);
  return { ids: known.slice(0, MOST), left: known.slice(MOST), only: new URLSearchParams(query).get("only") === "differences", withdrawn, unknown };
};

/** The query of a state: equal states have equal queries. @param {State} state */
export const write = ({ ids, only }) => (only && ids.length ? `${queryOf(ids)}&only=differences` : queryOf(ids));
