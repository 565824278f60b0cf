// How a problem is worded: the messages come from hooks/whatworks/messages.py, the names of fields from the schemas.

/**
 * @typedef {(string | number)[]} Path
 * @typedef {{code: string, path: Path, field: string, message: string}} Problem
 */

export const STORY = "Story";

/** A message with what it names filled in; a long value is cut. @returns {string} */
export const worded = (spec, code, values) => {
  const own = typeof values.value === "string" ? { ...values, value: cut(values.value, spec.limits.quoted) } : values;
  return spec.messages[code].replace(/\{(\w+)\}/g, (_, name) => own[name]);
};

const cut = (value, most) => {
  const letters = [...value];
  return letters.length > most ? `${letters.slice(0, most - 1).join("").trimEnd()}…` : value;
};

/** The sentence that offers the nearest valid value, or nothing. @param {string | undefined} found @param {string} [label] */
export const nearestNote = (found, label = "") =>
  (found ? ` Did you mean '${found}'${label ? ` (${label})` : ""}?` : "");

/** What the specification says of the field at a path. */
export const nodeAt = (spec, path) => path.reduce((node, step) =>
  (typeof step === "number" ? node.entry : node.fields.find(({ name }) => name === step)), spec);

const lower = (text) => text.slice(0, 1).toLowerCase() + text.slice(1);

/** A field by its label, such as `Approach (answer 2)`. @param {Path} path @returns {string} */
export const label = (spec, path) => {
  if (!path.length) return "";
  const above = path.slice(0, -1), last = path.at(-1);
  if (typeof last === "number") {
    const item = nodeAt(spec, above).item ?? "entry";
    return `${item.slice(0, 1).toUpperCase()}${item.slice(1)} ${last + 1}`;
  }
  const own = nodeAt(spec, path).title, around = label(spec, above);
  return around ? `${own} (${lower(around)})` : own;
};

/** A problem of the field at a path. @param {Path} path @returns {Problem} */
export const problem = (spec, code, path, values = {}) =>
  ({ code, path, field: label(spec, path), message: worded(spec, code, values) });
