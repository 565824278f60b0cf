// A filled-in plan as a document: blocks that are drawn on the page for print, and written as a file. No DOM.

/**
 * @typedef {{kind: "title" | "heading" | "small", text: string}} Words
 * @typedef {{kind: "pair", label: string, text: string}} Pair
 * @typedef {{kind: "table", head: string[], rows: string[][]}} Table
 * @typedef {Words | Pair | Table} Block
 * @typedef {{title: string, cite_as: string}} Told what is told of a case
 */
import { casesOf, says } from "./plan.js";

const EMPTY = "Not filled in yet";

const shown = (row, { id }, told) => (id === "case" && row.case ? `${told.get(row.case)?.title ?? "Case"} (${row.case})` : row[id] ?? "");

const BLOCKS = {
  lines: ({ fields }, plan) => fields.map(({ id, label }) => ({ kind: "pair", label, text: plan.fields[id] ?? EMPTY })),
  columns: ({ fields }, plan, told) => {
    const rows = plan.rows.filter(says).map((row) => fields.map((field) => shown(row, field, told)));
    return rows.length ? [{ kind: "table", head: fields.map(({ label }) => label), rows }] : [{ kind: "pair", label: "Rows", text: EMPTY }];
  },
};

const caseBlocks = (plan, notes, told) => {
  const ids = casesOf(plan);
  if (!ids.length) return [];
  const blocks = ids.flatMap((id) => {
    const one = told.get(id);
    const cited = { kind: "pair", label: one?.title ?? id, text: one?.cite_as ?? `Case ${id}` };
    return notes.get(id) ? [cited, { kind: "pair", label: "What we wrote about it", text: notes.get(id) }] : [cited];
  });
  return [{ kind: "heading", text: "Cases that this plan draws on" }, ...blocks];
};

/**
 * @param {import("./plan.js").Sheet} sheet @param {import("./plan.js").Plan} plan
 * @param {Map<string, Told>} told the cases by id @param {Map<string, string>} notes what the reader wrote about cases
 * @returns {Block[]}
 */
export const paperOf = (sheet, plan, told, notes) => [
  { kind: "title", text: sheet.title },
  ...sheet.heading.map((label) => ({ kind: "pair", label, text: plan.heading[label] ?? EMPTY })),
  ...sheet.parts.flatMap((part) => [{ kind: "heading", text: part.title }, ...BLOCKS[part.kind](part, plan, told)]),
  ...caseBlocks(plan, notes, told),
  { kind: "small", text: sheet.foot },
];
