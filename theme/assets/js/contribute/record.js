// What was filled in to the file of a record, so that nothing typed changes its meaning.
// hooks/whatworks/forms/writing.py writes the same bytes: change both together.
import { asMarkdown, inline } from "./plain_text.js";
import { NOT_REPORTED, isGroup, settled, wellFormed } from "./settling.js";

/** @typedef {import("./settling.js").Values} Values */

const BARE = /^(?:(?!(?:true|false|null)$)[a-z][a-z0-9]*(?:[- ][a-z0-9]+)*|[0-9]{4}-[0-9]{2}-[0-9]{2})$/;
const LONGEST_NAME = 80;

/** Today on the reader's own calendar, like 2026-11-22. */
export const today = (now = new Date()) =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");

/** A text between double quotation marks, unless it is an id, a day or "not reported". */
const quoted = (text, isId) => (text === NOT_REPORTED || (isId && BARE.test(text))
  ? text
  : `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`);

/** The lines of one field. @returns {string[]} */
const field = (node, value) => {
  const written = lines(node, value);
  return typeof value === "object" ? [`${node.name}:`, ...written.map((line) => `  ${line}`)] : [`${node.name}: ${written[0]}`];
};

/** A value as YAML, to stand below or behind its name. @returns {string[]} */
const lines = (node, value) => {
  if (Array.isArray(value)) {
    return value.flatMap((one) => lines(node.entry, one).map((line, at) => `${at ? "  " : "- "}${line}`));
  }
  if (isGroup(value)) {
    return node.fields.filter(({ name }) => Object.hasOwn(value, name)).flatMap((inner) => field(inner, value[inner.name]));
  }
  return [typeof value === "number" ? String(value) : quoted(value, ["choice", "date", "id"].includes(node.type))];
};

/** The nearest good name of a file, without its ending: hooks/whatworks/file_names.py: better_name. @param {string} words */
export const betterName = (words) => words.toLowerCase().replace(/\.(md|markdown|txt)$/, "")
  .replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "") || "place-and-deed";

const text = (value) => (typeof value === "string" ? value : "");

/** The id of a record: what was chosen, or else place and deed. It is always safe. @param {Values} values */
export const idOf = (values, fields) => {
  const words = [text(isGroup(fields.place) ? fields.place.name : ""), text(fields.title)].filter((one) => one);
  let id = betterName(text(values.id) || words.join(" "));
  while (id.length > LONGEST_NAME) id = id.includes("-") ? id.slice(0, id.lastIndexOf("-")) : id.slice(0, LONGEST_NAME);
  return id;
};

/** A section as it stands in the file: its heading and its text; nothing, if there is no text. @returns {string} */
const section = ({ heading = "", text: typed = "", format }, spec) => {
  const above = wellFormed(text(heading)).replace(/[ \t\n]+/g, " ").replace(/^ +| +$/g, "");
  const own = wellFormed(text(typed));
  const [title, below] = format === "markdown"
    ? [above, own.replace(/^(?:[ \t]*\n)+|[ \t\n]+$/g, "")]
    : [inline(above, spec).replaceAll("#", "\\#"), asMarkdown(own, spec)];
  return below && (title ? `## ${title}\n\n${below}` : below);
};

/**
 * The story, and where each section that has a text begins in it.
 * @param {Values} values
 * @returns {{body: string, begins: {section: number, offset: number}[]}}
 */
export const story = (values, spec) => {
  let body = "";
  const begins = [];
  (values.story ?? []).forEach((one, at) => {
    const written = section(one, spec);
    if (!written) return;
    if (body) body += "\n\n";
    begins.push({ section: at, offset: body.length });
    body += written;
  });
  return { body, begins };
};

/**
 * The file of what was filled in.
 * @param {Values} values @param {object} spec as in contribute/form.json @param {string} [day] today, like 2026-11-22
 * @returns {{name: string, text: string}}
 */
export const asFile = (values, spec, day = today()) => {
  const { fields } = settled(values, spec, day);
  const front = spec.fields.filter(({ name }) => Object.hasOwn(fields, name)).flatMap((node) => field(node, fields[node.name]));
  const { body } = story(values, spec);
  return { name: `${idOf(values, fields)}.md`, text: ["---", ...front, "---", ...(body ? ["", body] : []), ""].join("\n") };
};
