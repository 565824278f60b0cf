// What the address asks of the form. No DOM.

/**
 * @typedef {{draft?: string, of?: string, again?: string, prefill: {answer: Record<string, string>, level?: string}, unknown: string[]}} Asked
 */

/**
 * Read tolerantly: what is no id of ours is named, and the rest counts.
 * @param {string} query as in `location.search` @param {(list: string, id: string) => boolean} knows @returns {Asked}
 */
export const asked = (query, knows) => {
  const given = new URLSearchParams(query);
  const unknown = [];
  const term = (name, list) => {
    const id = given.get(name);
    if (id && !knows(list, id)) unknown.push(id);
    return id && knows(list, id) ? { [name]: id } : {};
  };
  const plain = (name) => given.get(name) || undefined;
  return {
    draft: plain("draft"), of: plain("case"), again: plain("again"),
    prefill: { answer: { ...term("need", "needs"), ...term("approach", "approaches") }, ...term("level", "outcome_levels") },
    unknown,
  };
};

/** The query of a draft. @param {string} id */
export const queryOf = (id) => `?draft=${encodeURIComponent(id)}`;
