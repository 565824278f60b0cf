// The small parts that the preview is made of: a value, why there is none, a row of facts, the mark of a source.
import { element } from "../../search/dom.js";
import { isObject, isSaid } from "./data.js";

const NOT_REPORTED = "not reported";

/** A single value as text. @param {unknown} value */
export const text = (value) => (typeof value === "string" || typeof value === "number" ? String(value).trim() : "");

const missing = (words) => element("span", { class: "notreported", text: words });

/** A value, or that it is not reported, or that it is not answered yet. @param {(value: any) => Node | string} [show] */
export const told = (value, show = text) => {
  if (value === NOT_REPORTED) return missing("Not reported");
  return isSaid(value) ? show(value) : missing("Not answered yet");
};

export const row = (name, ...content) => element("div", {}, element("dt", { text: name }), element("dd", {}, ...content));

/** The entries of a list that say something. */
export const entries = (fields, name) => (Array.isArray(fields[name]) ? fields[name].filter(isSaid) : []);

/** The entries of a list that are groups. */
export const groups = (fields, name) => entries(fields, name).filter(isObject);

/** Makes the mark of a source: its number among the sources. @param {Record<string, unknown>} fields */
export const marks = (fields) => {
  const numbers = new Map(groups(fields, "sources").map((one, at) => [one.id, at + 1]));
  return (id) => (numbers.has(id) ? [element("sup", { class: "cite" }, element("span", { text: `[${numbers.get(id)}]` }))] : []);
};

/** When it happened, or nothing. */
export const years = ({ dates }) => {
  if (!isObject(dates) || !isSaid(dates.start)) return "";
  const span = isSaid(dates.end) && dates.end !== dates.start ? `${text(dates.start)} to ${text(dates.end)}` : text(dates.start);
  return isSaid(dates.note) ? `${span} (${text(dates.note)})` : span;
};
