// A record, a draft or an imported file as what is filled in. What is no part of a record is left out, whatever it is.
import { isGroup } from "./settling.js";

/** @typedef {import("./settling.js").Values} Values @typedef {import("./settling.js").Section} Section */

const FORMATS = ["plain", "markdown"];
const words = (value) => (typeof value === "string" ? value : "");

/** A value as far as its field can hold it. */
const known = (node, value) => {
  if (node.type === "list" && Array.isArray(value)) return value.map((one) => known(node.entry, one)).filter((one) => one !== undefined);
  if (node.type === "group" && isGroup(value)) return knownFields(node.fields, value);
  return ["string", "number"].includes(typeof value) ? value : undefined;
};

const knownFields = (nodes, group) => Object.fromEntries(nodes
  .map(({ name, ...node }) => [name, Object.hasOwn(group, name) ? known(node, group[name]) : undefined])
  .filter(([, value]) => value !== undefined));

/** The sections that there are, and an empty one for each other that is asked for. @returns {Section[]} */
const sections = (given, asked) => {
  const own = (Array.isArray(given) ? given : []).filter(isGroup).map(({ heading, text, format }) =>
    ({ heading: words(heading), text: words(text), format: FORMATS.includes(format) ? format : FORMATS[0] }));
  const has = (heading, among) => among.some((one) => one.heading === heading);
  const filled = own.filter(({ heading, text }) => text || has(heading, asked));
  const missing = asked.filter(({ heading }) => !has(heading, filled));
  return [...filled, ...missing.map(({ heading }) => ({ heading, text: "", format: FORMATS[0] }))];
};

/**
 * What is filled in for a record (as in contribute/cases/<id>.json), a draft, or nothing at all: `{}` is an empty form.
 * @param {unknown} json @param {object} spec as in contribute/form.json
 * @returns {Values}
 */
export const fromRecord = (json, spec) => {
  const given = isGroup(json) ? json : {};
  const kind = Object.hasOwn(spec.kinds, words(given.kind)) ? given.kind : Object.keys(spec.kinds)[0];
  const asked = spec.fields.filter(({ fill }) => fill !== "kind");
  const fields = knownFields(asked, isGroup(given.fields) ? given.fields : {});
  return { kind, id: words(given.id), fields, story: sections(given.story, spec.kinds[kind].story) };
};
