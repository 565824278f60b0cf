// What a link is built to, as data and as the query of an address. No DOM.
import { asked, queryOf, sift } from "../cases/address.js";
import { read as readFilters, write as writeFilters } from "../find/state.js";

export const FILTERS = "filters";
export const CASES = "cases";

/**
 * @typedef {{facets: Map<string, string[]>, groups: Map<string, Map<string, string[]>>}} Offered
 * @typedef {{of: string, chosen: import("../find/state.js").Chosen, ids: string[], unknown: string[],
 *   withdrawn: import("../cases/data.js").Withdrawn[]}} State whether a list is made by filters or of chosen cases,
 *   what is chosen, and what an address asked for in vain
 */

/** What the finder would offer, were it only for filters. @param {Offered} offered */
const finder = (offered) => ({ ...offered, sorts: ["usual"], conditions: [] });

/** @param {string} query as in `location.search` @param {Offered} offered @param {import("../cases/data.js").CaseList} list @returns {State} */
export const read = (query, offered, list) => {
  const { chosen, unknown } = readFilters(query, finder(offered));
  const cases = sift(asked(query), list);
  const isOfCases = asked(query).length > 0 || new URLSearchParams(query).get("of") === CASES;
  return { of: isOfCases ? CASES : FILTERS, chosen, ids: cases.known, withdrawn: cases.withdrawn, unknown: [...unknown, ...cases.unknown] };
};

/** The query that leads the finder to the same list. @param {import("../find/state.js").Chosen} chosen @param {Offered} offered */
export const filtersOf = (chosen, offered) => writeFilters({ q: "", chosen, fit: new Map(), sort: "usual" }, finder(offered));

/** The query of a state: equal states have equal queries. @param {State} state @param {Offered} offered */
export const write = ({ of, chosen, ids }, offered) => {
  if (of === CASES) return queryOf(ids) || `?of=${CASES}`;
  return filtersOf(chosen, offered);
};
