// The texts that the link builder offers. No DOM, no clock: the reader's day is given.
import { accessed, day } from "../cases/accessed.js";
import { queryOf } from "../cases/address.js";

/**
 * @typedef {{id: string, title: string, where: string, years: string, year_told: number, summary: string, caveat: string,
 *   reference: string, version: string, address: string, embed: {address: string, height: number}, options: string[]}} Quoted
 * @typedef {{cases: Quoted[], isPicked: boolean, filters: [string, string][], words: string, query: string,
 *   reference?: string, evidence: [string, string][]}} View
 *   the cases; whether the reader picked them one by one; else the filters as (facet, option), in words and as the
 *   finder's query; the reference of the page of a single need or approach; the kinds of evidence, weakest first
 * @typedef {{site: string, today: Date}} Around
 */

/** Facets whose options have pages, or feeds, of their own. */
const PAGES = { need: "/needs/", approach: "/approaches/" };
const FEEDS = { need: "needs", approach: "approaches", place: "places" };
const SITE = "What Works";

const counted = (many) => `${many} ${many === 1 ? "case" : "cases"}`;

/** An address with that of the site before it, where this is known. @param {string} address @param {Around} around */
const inFull = (address, { site }) => `${site.replace(/\/$/, "")}${address}`;

/** Where the list of one option stands, without a script too. @param {string} facet @param {string} id */
export const listOf = (facet, id) => `${PAGES[facet] ?? `/find/${facet}/`}${id}/`;

/** The lasting address of what is chosen. @param {View} view */
export const address = ({ cases, isPicked, filters, query }) => {
  if (isPicked) return cases.length === 1 ? cases[0].address : `/shortlist/${queryOf(cases.map(({ id }) => id))}`;
  return filters.length === 1 ? listOf(...filters[0]) : `/find/${query}`;
};

/** The day of the newest version of some cases: 2026-11-22. @param {Quoted[]} cases */
const newest = (cases) => cases.map(({ version }) => version.slice(0, 10)).sort().at(-1);

const ofList = (view, around) => {
  const on = newest(view.cases);
  const where = around.site ? ` Available at: ${inFull(address(view), around)}.` : "";
  return `${SITE} (${on.slice(0, 4)}) ${view.words}. ${counted(view.cases.length)}, as of ${day(new Date(`${on}T12:00`))}.${where}`;
};

/** A reference in the Harvard style; of picked cases one each. @param {View} view @param {Around} around */
export const citation = (view, around) => {
  const lines = view.isPicked ? view.cases.map(({ reference }) => reference) : [view.reference ?? ofList(view, around)];
  return lines.map((line) => accessed(line, around.today)).join("\n");
};

/** The feeds that tell of every change of what is chosen, and whether they tell of nothing else. @param {View} view @param {Quoted[]} all */
export const feeds = ({ cases, isPicked, filters }, all) => {
  if (isPicked) return { names: cases.map(({ id }) => `case_studies/${id}`), isOwn: true };
  // A place with a single case has no page and no feed.
  const has = (facet, id) => facet !== "place" || all.filter(({ options }) => options.includes(`place:${id}`)).length > 1;
  const facet = Object.keys(FEEDS).find((one) => filters.some(([name]) => name === one)
    && filters.every(([name, id]) => name !== one || has(name, id)));
  if (!facet) return { names: ["all"], isOwn: false };
  const names = filters.filter(([name]) => name === facet).map(([, id]) => `${FEEDS[facet]}/${id}`);
  return { names, isOwn: names.length === filters.length };
};

/** @param {View} view @param {Quoted[]} all @param {Around} around */
export const feed = (view, all, around) => feeds(view, all).names.map((name) => inFull(`/feeds/${name}.atom`, around)).join("\n");

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const isProposed = ({ options }) => options.includes("status:proposed");

/** A list of links as HTML. @param {View} view @param {Around} around */
export const list = ({ cases }, around) => {
  const items = cases.map((one) => `  <li><a href="${escaped(inFull(one.address, around))}">${escaped(one.title)}</a> `
    + `(${escaped(`${one.where}, ${one.years}`)}): ${isProposed(one) ? "A proposal, not evidence. " : ""}${escaped(one.summary)}</li>`);
  return `<ul>\n${items.join("\n")}\n</ul>`;
};

/** A frame with the card of each case, as HTML. @param {View} view @param {Around} around */
export const cards = ({ cases }, around) => cases.map(({ title, embed }) => (
  `<iframe src="${escaped(inFull(embed.address, around))}" title="${escaped(`${title}: a case of ${SITE}`)}" `
  + `width="100%" height="${embed.height}" loading="lazy"></iframe>`)).join("\n");

/** The strongest kind of evidence of each case, counted, strongest first. @param {View} view */
const evidenceOf = ({ cases, evidence }) => {
  const best = cases.map(({ options }) => evidence.findLastIndex(([id]) => options.includes(`evidence:${id}`)));
  const many = (at) => best.filter((one) => one === at).length;
  const told = evidence.map(([, label], at) => [label.toLowerCase(), many(at)]).filter(([, count]) => count).reverse();
  return [...told, ...(many(-1) ? [["no outcome reported", many(-1)]] : [])].map(([label, count]) => `${label} (${count})`).join(", ");
};

const years = (cases) => {
  const told = cases.map((one) => one.year_told).sort((one, two) => one - two);
  return told[0] === told.at(-1) ? `${told[0]}` : `${told[0]} to ${told.at(-1)}`;
};

const ofCase = (one, around) => [
  one.title, one.summary, one.caveat, accessed(one.reference, around.today), ...(around.site ? [] : [one.address]),
].join("\n\n");

/** Text for a document: title, summary, caveat, citation, address. @param {View} view @param {Around} around */
export const forDocument = (view, around) => {
  if (view.isPicked) return view.cases.map((one) => ofCase(one, around)).join("\n\n\n");
  const { cases, words } = view;
  return [
    words,
    `${counted(cases.length)} of how local partnerships learned to work better, with what did not work.`,
    `Caveat, as of ${years(cases)}: how well a change is known differs. The strongest kind of evidence in each case: ${evidenceOf(view)}.`,
    citation(view, around),
    ...(around.site ? [] : [address(view)]),
  ].join("\n\n");
};
