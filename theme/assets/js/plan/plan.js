// A learning plan as data: what is done to it gives a new one. No DOM, no storage.

/**
 * @typedef {Record<string, string>} Row the answers of one row by the id of their column; `case` is the id of a case
 * @typedef {{heading: Record<string, string>, fields: Record<string, string>, rows: Row[]}} Plan
 * @typedef {{id: string, label: string, help: string}} Field
 * @typedef {{kind: string, title: string, note: string, fields: Field[]}} Part
 * @typedef {{title: string, heading: string[], parts: Part[], foot: string}} Sheet what the page asks
 */

const MOST_LETTERS = 2000;
const MOST_ROWS = 60;

/** @param {Sheet} sheet @param {string} kind @returns {string[]} the ids of the fields of all parts of a kind */
const idsOf = (sheet, kind) => sheet.parts.filter((part) => part.kind === kind).flatMap((part) => part.fields.map(({ id }) => id));

const isText = (value) => typeof value === "string" && value.trim() !== "";
const picked = (value, names) =>
  Object.fromEntries(names.filter((name) => isText(Object(value)[name])).map((name) => [name, value[name].slice(0, MOST_LETTERS)]));

/** A plan from what was kept or saved, as far as it can be used. @param {Sheet} sheet @param {unknown} value @returns {Plan} */
export const cleaned = (sheet, value) => {
  const { heading, fields, rows } = Object(value);
  return {
    heading: picked(heading, sheet.heading),
    fields: picked(fields, idsOf(sheet, "lines")),
    rows: (Array.isArray(rows) ? rows : []).slice(0, MOST_ROWS).map((row) => picked(row, idsOf(sheet, "columns"))),
  };
};

/** Whether a row, or a group of answers, says anything. @param {Record<string, string>} answers */
export const says = (answers) => Object.values(answers).some(isText);

/** Whether anything was written. @param {Plan} plan */
export const isFilled = ({ heading, fields, rows }) => says(heading) || says(fields) || rows.some(says);

/** The cases that a plan takes something from, each once. @param {Plan} plan */
export const casesOf = ({ rows }) => [...new Set(rows.map((row) => row.case).filter(isText))];

/** The plan with its cases under the ids that they have now. @param {Plan} plan @param {(id: string) => string} now @returns {Plan} */
export const renamed = (plan, now) => ({ ...plan, rows: plan.rows.map((row) => (row.case ? { ...row, case: now(row.case) } : row)) });

/**
 * The rows that begin from cases of a shortlist that the plan does not name yet: the need that a case answered, and what the
 * reader wrote that could be tried or, without that, the approach of the case.
 * @param {Plan} plan @param {{id: string, note: string}[]} shortlist @param {Map<string, object>} told the cases by id
 * @returns {Row[]}
 */
export const rowsFrom = (plan, shortlist, told) => {
  const named = casesOf(plan);
  const fresh = shortlist.filter(({ id }) => told.has(id) && !named.includes(id));
  return fresh.map(({ id, note }) => {
    const [answer] = told.get(id).answers;
    return { need: answer.need.label, approach: note.trim() || answer.approach.label, case: id };
  });
};
