// Which groups of each table are open, as data and as the query of an address. No DOM.

/**
 * @typedef {Map<string, Set<string>>} Open the ids of the open groups by table
 * @typedef {Map<string, string[]>} Offered the ids of the groups that each table can open, in the order of the page
 */

/** @param {string} query as in `location.search` @param {Offered} offered @returns {{open: Open, unknown: string[]}} */
export const read = (query, offered) => {
  const given = new URLSearchParams(query);
  const open = new Map();
  const unknown = [];
  for (const [table, ids] of offered) {
    const asked = new Set(given.getAll(table));
    open.set(table, new Set(ids.filter((id) => asked.has(id))));
    unknown.push(...[...asked].filter((id) => !ids.includes(id)));
  }
  return { open, unknown };
};

/** The query of what is open: equal states have equal queries. @param {Open} open @param {Offered} offered */
export const write = (open, offered) => {
  const query = new URLSearchParams();
  for (const [table, ids] of offered) for (const id of ids) if (open.get(table).has(id)) query.append(table, id);
  return `${query}` && `?${query}`;
};
