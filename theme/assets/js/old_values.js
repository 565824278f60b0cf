// What values in addresses are called now: a term or a case that was renamed or merged is still found by its old id.

/**
 * @typedef {Map<string, string>} Moved `need=old` to `need=new`, or to nothing where no value takes its place
 * @typedef {Map<string, string[]>} Names under which names the list knows the values of a name, where that is another
 */

/** The list that a page has of them, if anything was renamed. @param {Element | null} list @returns {Moved} */
export const movedIn = (list) => new Map([...list?.children ?? []].map(({ dataset: { from, to } }) => [from, to]));

/**
 * A part of a query with a value that is not old, or nothing. What follows a dot is an answer, and stays.
 * @param {[string, string]} pair @param {Moved} moved @param {string[]} [names]
 */
const now = ([name, value], moved, names) => {
  const [id, ...answer] = value.split(".");
  const old = (names ?? [name]).map((one) => `${one}=${id}`).find((one) => moved.has(one));
  if (old === undefined) return [[name, value]];
  return [...new URLSearchParams(moved.get(old))].map(([other, to]) => [names ? name : other, [to, ...answer].join(".")]);
};

/** A query with each old value as the new one. @param {string} query as in `location.search` @param {Moved} moved @param {Names} [names] */
export const renewed = (query, moved, names = new Map()) => {
  const given = [...new URLSearchParams(query)];
  const known = given.flatMap((pair) => now(pair, moved, names.get(pair[0])));
  if (`${known}` === `${given}`) return query;
  return known.length ? `?${new URLSearchParams(known)}` : "";
};

/** What the page knows of old values. @type {() => Moved} */
export const moved = () => movedIn(document.querySelector("[data-old-values]"));

/** Puts the new values in the place of old ones in the address of the page. @param {Names} [names] */
export const renewAddress = (names) => {
  const query = renewed(location.search, moved(), names);
  if (query !== location.search) history.replaceState(history.state, "", `${location.pathname}${query}${location.hash}`);
};
