// A shortlist as data: what is done to it gives a new one. No DOM, no storage.

/** @typedef {{id: string, note: string}} Entry what was kept, and what the reader wrote about it */

const MOST_LETTERS = 2000;

/** What was kept, as far as it can be used. @param {unknown} value @returns {Entry[]} */
export const cleaned = (value) => {
  const found = (Array.isArray(value) ? value : []).filter((one) => typeof one?.id === "string" && one.id);
  const entries = found.map(({ id, note }) => ({ id, note: typeof note === "string" ? note.slice(0, MOST_LETTERS) : "" }));
  return entries.filter(({ id }, at) => entries.findIndex((one) => one.id === id) === at);
};

/** @param {Entry[]} list @param {string[]} ids those that are not in it yet go to its end */
export const added = (list, ids) => cleaned([...list, ...ids.map((id) => ({ id, note: "" }))]);

/** The entries under the ids that cases have now. @param {Entry[]} list @param {(id: string) => string} now */
export const renamed = (list, now) => cleaned(list.map(({ id, note }) => ({ id: now(id), note })));

/** @param {Entry[]} list @param {string} id */
export const without = (list, id) => list.filter((one) => one.id !== id);

/** @param {Entry[]} list @param {string} id @param {string} note */
export const noted = (list, id, note) => list.map((one) => (one.id === id ? { ...one, note } : one));

/** Moves an entry by some places, as far as there are any. @template {{id: string}} E @param {E[]} list @returns {E[]} */
export const moved = (list, id, by) => {
  const from = list.findIndex((one) => one.id === id);
  const others = list.filter((one) => one.id !== id);
  return from < 0 ? list : others.toSpliced(Math.max(0, Math.min(from + by, others.length)), 0, list[from]);
};
