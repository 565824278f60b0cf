// What the answers come to, in words: never a score. No DOM.
import { size } from "./rank.js";

/** @typedef {import("./rank.js").Fit} Fit */
const verb = (count, word) => (count === 1 ? `${word}s` : word);
const matching = (count) => (count === 1 ? "matches" : "match");

/** What a page says of one condition. */
export const RESULTS = { yes: "Matches", no: "Differs", unsure: "Not known" };

/** The summary on a case: "3 of 4 match, 1 differs." @param {Fit} fit */
export const summary = (fit) => {
  const { match, differs, unknown, open } = fit;
  if (open === size(fit)) return "";
  const parts = [`${match.length} of ${size(fit)} ${matching(match.length)}`];
  if (differs.length) parts.push(`${differs.length} ${verb(differs.length, "differ")}`);
  if (unknown.length > open) parts.push(`${unknown.length - open} not known`);
  if (open) parts.push(`${open} not answered yet`);
  return `${parts.join(", ")}.`;
};

/** The fit on a card: "3 of 4 conditions match; differs: Dedicated staff." @param {Fit} fit @param {(id: string) => string} label */
export const onCard = (fit, label) => {
  const { match, differs, unknown } = fit;
  const all = size(fit);
  if (!all) return "Not known: the report names no conditions.";
  const named = (word, ids) => (ids.length ? [`${word}: ${ids.map(label).join(", ")}`] : []);
  const counted = `${match.length} of ${all} ${all === 1 ? "condition" : "conditions"} ${matching(match.length)}`;
  return `${[counted, ...named("differs", differs), ...named("not known", unknown)].join("; ")}.`;
};

/** How far a reader is with all the questions. */
export const progress = (answered, all) => (answered ? `${answered} of ${all} answered.` : "");
