// What a view of the finder is, as data and as the query of an address. No DOM.
import { NAME, read as readFit, written } from "../fit/answers.js";

/**
 * @typedef {Map<string, Set<string>>} Chosen the ids of the chosen options by facet; a facet without any is not in it
 * @typedef {{q: string, chosen: Chosen, fit: import("../fit/answers.js").Answers, sort: string, unknown: string[],
 *   lacksAnswers?: boolean}} State the search term, the filters, the answers about the reader's place, the way to sort;
 *   `lacksAnswers`: the address asks for an order by fit, but there are none
 * @typedef {{facets: Map<string, string[]>, groups: Map<string, Map<string, string[]>>, sorts: string[],
 *   conditions: string[]}} Offered the options of each facet, those below each of its headings, the ways to sort, and
 *   the conditions that are asked about
 */
export const RELEVANCE = "relevance";
export const FIT = "fit";
const LONGEST = 200;

/** The ways to sort a view, the usual one first: by relevance with a search term, by fit with answers. @param {State} state */
export const ways = ({ q, fit }, { sorts }) => sorts
  .filter((sort) => (sort !== RELEVANCE || q) && (sort !== FIT || fit.size));

/** A search term without needless spaces. @param {string} text */
export const tidy = (text) => text.trim().replace(/\s+/g, " ").slice(0, LONGEST);

/** @param {string} query as in `location.search` @param {Offered} offered @returns {State} */
export const read = (query, offered) => {
  const given = new URLSearchParams(query);
  const { answers, unknown } = readFit(query, offered.conditions);
  const state = { q: tidy(given.get("q") ?? ""), chosen: new Map(), fit: answers, unknown: [] };
  for (const [facet, options] of offered.facets) {
    const below = offered.groups.get(facet) ?? new Map();
    const asked = new Set(given.getAll(facet).flatMap((id) => (options.includes(id) ? [id] : below.get(id) ?? [id])));
    const known = options.filter((id) => asked.has(id));
    if (known.length) state.chosen.set(facet, new Set(known));
    state.unknown.push(...[...asked].filter((id) => !options.includes(id)));
  }
  state.unknown.push(...unknown);
  return sortedBy(state, given.get("sort"), offered);
};

/** The view in another order, or in its usual one where it has no such order. @param {State} state @returns {State} */
export const sortedBy = (state, sort, offered) => {
  const can = ways(state, offered);
  return { ...state, sort: can.includes(sort) ? sort : can[0] };
};

/** The view with other parts; what is in its usual order stays so. @param {State} state @param {Partial<State>} change */
export const changed = (state, change, offered) => {
  const wasUsual = state.sort === ways(state, offered)[0];
  const next = { ...state, unknown: [], lacksAnswers: false, ...change };
  return sortedBy(next, change.sort ?? (wasUsual ? undefined : state.sort), offered);
};

/** The query of a view: equal views have equal queries. @param {State} state @param {Offered} offered */
export const write = (state, offered) => {
  const query = new URLSearchParams(state.q ? { q: state.q } : {});
  for (const [facet, options] of offered.facets) {
    for (const id of options) if (state.chosen.get(facet)?.has(id)) query.append(facet, id);
  }
  for (const answer of written(state.fit)) query.append(NAME, answer);
  if (state.sort !== ways(state, offered)[0]) query.set("sort", state.sort);
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
