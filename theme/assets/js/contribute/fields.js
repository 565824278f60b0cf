// What the schemas say of the fields: hooks/whatworks/schemas.py and reasons.py in the browser. What no form can get
// wrong (fields that do not exist, values of another kind than the form gives) is left out.
import { nearestNote, problem } from "./messages.js";
import { NOT_REPORTED, isGroup } from "./settling.js";
import { termProblem } from "./terms.js";

/** @typedef {import("./messages.js").Problem} Problem */

// What JSON calls a thing, and what an author calls it: KINDS of reasons.py.
const KINDS = { text: "text", number: "a whole number", list: "a list", group: "a group of fields" };

/** Whether a value is a text in which nobody sees anything: what has no width was taken out before. @param {unknown} value */
const isBlank = (value) => typeof value === "string" && !value.trim();

/** Whether a text says "not reported" in other letters. @param {string} text */
export const isNearlyNotReported = (text) => text !== NOT_REPORTED
  && ["notreported", "unreported"].includes(text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase());

/** How many characters a text has, as people count them. @param {string} text */
const length = (text) => [...text].length;

/** What is wrong with the fields of a record. @returns {Generator<Problem>} */
export function* fieldProblems(spec, kind, fields) {
  for (const node of spec.fields) {
    if (Object.hasOwn(fields, node.name)) yield* valueProblems(spec, node, fields[node.name], [node.name]);
    else if (node.required.includes(kind)) yield missing(spec, node, [node.name]);
  }
}

const missing = (spec, node, path) => problem(spec, "missing", path, { help: node.description, example: node.example });

function* valueProblems(spec, node, value, path) {
  if (node.either && value === NOT_REPORTED) return;
  if (isBlank(value)) yield problem(spec, "empty", path, { help: node.description, example: node.example });
  else if (Array.isArray(value)) yield* listProblems(spec, node, value, path);
  else if (isGroup(value)) yield* groupProblems(spec, node, value, path);
  else if (node.either && isNearlyNotReported(value)) yield problem(spec, "nearly_not_reported", path, { value });
  else if (node.type === "list" || node.type === "group") yield otherType(spec, node, path);
  else yield* partProblems(spec, node, value, path);
}

const otherType = (spec, node, path) => {
  const wanted = KINDS[node.type] + (node.either ? `, or the words '${NOT_REPORTED}'` : "");
  return problem(spec, "wrong_type", path, { wanted, found: KINDS.text, example: node.example });
};

function* listProblems(spec, node, list, path) {
  const { maxItems, uniqueItems } = node.limits;
  if (list.length > maxItems) yield problem(spec, "too_many", path, { length: list.length, most: maxItems });
  for (const [at, value] of list.entries()) {
    if (uniqueItems && list.indexOf(value) < at && !isBlank(value)) yield problem(spec, "said_twice", [...path, at], { value });
    yield* valueProblems(spec, node.entry, value, [...path, at]);
  }
}

function* groupProblems(spec, node, group, path) {
  const given = new Set(Object.keys(group));
  const together = Object.entries(node.together ?? {}).flatMap(([name, others]) => (given.has(name) ? others : []));
  for (const inner of node.fields) {
    const own = [...path, inner.name];
    if (given.has(inner.name)) yield* valueProblems(spec, inner, group[inner.name], own);
    else if (inner.required || together.includes(inner.name)) yield missing(spec, inner, own);
  }
}

/** What is wrong with a text, a number, a day or a choice. */
function* partProblems(spec, node, value, path) {
  const { minLength, maxLength, minimum, maximum } = node.limits, help = node.description;
  const tell = (code, values) => problem(spec, code, path, { value, help, example: node.example, form: node.form, ...values });
  if (node.type === "number") {
    if (typeof value === "string") yield tell("number_as_text", { wanted: KINDS.number });
    else if (value < minimum || value > maximum) yield tell("out_of_range", { least: minimum, most: maximum });
    return;
  }
  const count = length(value);
  if (count < minLength) yield tell("too_short", { least: minLength });
  if (count > maxLength) yield tell("too_long", { length: count, most: maxLength, over: count - maxLength });
  if (node.limits.pattern && !matches(node, value)) yield tell("wrong_form", { nearest: nearestForm(node, value) });
  if (node.type === "date" && !isDay(value)) yield tell("not_a_day", {});
  if (node.choices && !node.choices.includes(value)) yield tell("not_a_choice", { choices: node.choices.join(", "), nearest: "" });
  if (node.vocabulary) yield* termProblem(spec, node, value, tell);
}

const matches = (node, value) => new RegExp(node.limits.pattern, "u").test(value);

const nearestForm = (node, value) => {
  const better = value.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return matches(node, better) ? nearestNote(better) : "";
};

/** Whether a text is a day of the calendar, such as 2026-11-22. @param {string} text */
export const isDay = (text) => {
  const parts = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text)?.slice(1).map(Number);
  if (!parts || parts[0] < 1) return false;
  const day = new Date(0);
  day.setUTCFullYear(parts[0], parts[1] - 1, parts[2]);
  return day.toISOString().slice(0, 10) === text;
};
