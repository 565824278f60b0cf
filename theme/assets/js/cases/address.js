// Cases in the query of an address: ?case=a&case=b, in the reader's order. No DOM.

/** The ids that a query asks for, each once. @param {string} query as in `location.search` @returns {string[]} */
export const asked = (query) => [...new Set(new URLSearchParams(query).getAll("case").map((id) => id.trim()).filter(Boolean))];

/** The query that asks for these cases, or nothing. @param {string[]} ids */
export const queryOf = (ids) => (ids.length ? `?${new URLSearchParams(ids.map((id) => ["case", id]))}` : "");

/** What a case is called now. @param {string} id @param {Pick<import("./data.js").CaseList, "moved">} list */
export const nowCalled = (id, { moved = {} }) => (Object.hasOwn(moved, id) ? moved[id] : id);

/**
 * Sorts ids into those that the site lists, those that it has withdrawn, and those that it does not know.
 * @param {string[]} asked an id that has moved counts as the new one @param {import("./data.js").CaseList} list
 */
export const sift = (asked, { listed, withdrawn, moved }) => {
  const ids = [...new Set(asked.map((id) => nowCalled(id, { moved })))];
  const known = new Set(listed.map(({ id }) => id));
  const gone = withdrawn.filter(({ id }) => ids.includes(id));
  const told = new Set(gone.map(({ id }) => id));
  return { known: ids.filter((id) => known.has(id)), withdrawn: gone, unknown: ids.filter((id) => !known.has(id) && !told.has(id)) };
};
