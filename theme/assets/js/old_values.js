// What values in addresses are called now: a term or a case that was renamed or merged is still found by its old id.

/** @typedef {Map<string, string>} Moved `need=old` to `need=new`, or to nothing where no value takes its place */

/** The list that a page has of them, if anything was renamed. @param {Element | null} list @returns {Moved} */
export const movedIn = (list) => new Map([...list?.children ?? []].map(({ dataset: { from, to } }) => [from, to]));

/** A query with each old value as the new one. @param {string} query as in `location.search` @param {Moved} moved */
export const renewed = (query, moved) => {
  const given = [...new URLSearchParams(query)];
  const isOld = ([name, value]) => moved.has(`${name}=${value}`);
  if (!given.some(isOld)) return query;
  const now = given.flatMap((pair) => (isOld(pair) ? [...new URLSearchParams(moved.get(pair.join("=")))] : [pair]));
  return now.length ? `?${new URLSearchParams(now)}` : "";
};
