// What is told of a case, row by row, and how the rows of several cases differ. No DOM. The labels of the rows are in the
// pages; hooks/whatworks/pages/rows.py names them under the same keys.

/**
 * @typedef {{head?: string, text: string, note?: string}} Line
 * @typedef {Line[]} Value no line at all where the report is silent
 */

/** @returns {Value} */
const line = (text, note) => (text ? [{ text, note }] : []);
const labels = (terms) => terms.map(({ label }) => ({ text: label }));
const isProposed = ({ status }) => status.id === "proposed";

const outcome = ({ change, level, who, evidence }) => ({
  text: change,
  note: `How far it reached: ${level.label.toLowerCase()}. Who says so: ${who}. How we know: ${evidence.label.toLowerCase()}.`,
});
const changed = (one, outcomes) => (isProposed(one) ? line("Nothing yet: this was a proposal.") : outcomes.map(outcome));
const effort = ({ effort: { cost, time, people } }) => [["Cost", cost], ["Time", time], ["People", people]];

/** @type {Record<string, (one: any) => Value>} */
export const ROWS = {
  summary: ({ summary }) => line(summary),
  place: ({ where, dates, years, year_told: told }) => line(where, dates ? `${years}, told in ${told}` : `Told in ${told}; years not reported`),
  setting: ({ setting }) => line(setting.label),
  status: (one) => line(`${one.status.label}${isProposed(one) ? ", an idea and not evidence," : ""} as of ${one.year_told}`),
  stage: ({ stage }) => line(stage?.label),
  audiences: ({ audiences }) => labels(audiences),
  answers: ({ answers }) => answers.map(({ need, approach, how }) => ({ head: need.label, text: `Tackled by: ${approach.label}`, note: how })),
  conditions: ({ conditions }) => conditions.map(({ condition, note }) => ({ head: condition.label, text: note })),
  cost: (one) => line(one.effort.cost),
  time: (one) => line(one.effort.time),
  people: (one) => line(one.effort.people),
  effort: (one) => effort(one).filter(([, text]) => text).map(([head, text]) => ({ head, text })),
  outcomes: (one) => changed(one, one.outcomes),
  did_not_work: ({ did_not_work: told }) => told.map(({ kind, what }) => ({ head: kind.label, text: what })),
  funding: ({ funding }) => labels(funding),
  sources: ({ drawn_from: reports }) => reports.map((text) => ({ text })),
  identity: ({ id, version, address_in_full: address }) => [{ text: id, note: version }, { text: address }],
  citation: ({ cite_as: text }) => line(text),
};

const key = ({ head, text }) => head ?? text;

/** How the values of one row differ, as a key and in words. @param {Value[]} values */
export const difference = (values) => {
  const [first, ...others] = values.map((value) => JSON.stringify(value));
  if (values.every((value) => !value.length)) return { id: "silent", words: "None reports it" };
  if (others.every((other) => other === first)) return { id: "same", words: "Same" };
  if (values.some((value) => !value.length)) return { id: "partly", words: "Not all report it" };
  const shared = values[0].some((own) => values.every((value) => value.some((one) => key(one) === key(own))));
  return shared ? { id: "partly", words: "Partly the same" } : { id: "differs", words: "Differs" };
};

/** Whether there is nothing to tell apart. */
export const isAlike = ({ id }) => id === "silent" || id === "same";
