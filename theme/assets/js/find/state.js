// What is chosen, as data and as the query of an address. No DOM.

/**
 * @typedef {Map<string, Set<string>>} Chosen the ids of the chosen options by facet; a facet without any is not in it
 * @typedef {{chosen: Chosen, sort: string, unknown: string[]}} State
 * @typedef {{facets: Map<string, string[]>, sorts: string[]}} Offered the options of each facet, and the ways to sort,
 *   the usual one first
 */

/** @param {string} query as in `location.search` @param {Offered} offered @returns {State} */
export const read = (query, { facets, sorts }) => {
  const given = new URLSearchParams(query);
  const chosen = new Map();
  const unknown = [];
  for (const [facet, options] of facets) {
    const asked = new Set(given.getAll(facet));
    const known = options.filter((id) => asked.has(id));
    if (known.length) chosen.set(facet, new Set(known));
    unknown.push(...[...asked].filter((id) => !options.includes(id)));
  }
  const sort = given.get("sort");
  return { chosen, sort: sorts.includes(sort) ? sort : sorts[0], unknown };
};

/** The query of a state: equal states have equal queries. @param {State} state @param {Offered} offered */
export const write = ({ chosen, sort }, { facets, sorts }) => {
  const query = new URLSearchParams();
  for (const [facet, options] of facets) {
    for (const id of options) if (chosen.get(facet)?.has(id)) query.append(facet, id);
  }
  if (sort !== sorts[0]) query.set("sort", sort);
  return `${query}` && `?${query}`;
};

/** What is chosen once an option is on or off. @param {Chosen} chosen @returns {Chosen} */
export const choose = (chosen, facet, option, on) => {
  const ids = new Set(chosen.get(facet));
  if (on) ids.add(option);
  else ids.delete(option);
  const next = new Map(chosen).set(facet, ids);
  if (!ids.size) next.delete(facet);
  return next;
};
