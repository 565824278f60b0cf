// What the check will say of a record before it is a file: the same rules in the same words, beside the field. Left out
// is what a form cannot get wrong, and what only rendering the story can show (see story_rules.js).
import { CHANGE_RULES } from "./change_rules.js";
import { FIELD_RULES } from "./field_rules.js";
import { fieldProblems } from "./fields.js";
import { worded } from "./messages.js";
import { all } from "./patterns.js";
import { asFile, betterName, idOf, story, today } from "./record.js";
import { REFERENCE_RULES } from "./reference_rules.js";
import { isGroup, settled } from "./settling.js";
import { STORY_RULES } from "./story_rules.js";

/**
 * @typedef {import("./messages.js").Problem} Problem
 * @typedef {import("./settling.js").Values} Values
 */

// Problems that leave a part of a record unread: PARTIAL of hooks/whatworks/checking.py.
const PARTIAL = ["missing", "wrong_type", "empty"];
// What controls something instead of showing: _is_bad of hooks/whatworks/clean_text.py.
const BAD = /[\u200b\u2060\ufeff\u00ad\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff\p{Zl}\p{Zp}]|(?![\t\n])\p{Cc}/gu;

const cleaned = (text) => text.replace(BAD, "");

const deeply = (value, change) => {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((one) => deeply(one, change));
  return isGroup(value) ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, deeply(one, change)])) : value;
};

/** A problem of the whole file, shown at a path. */
const ofFile = (spec, code, path, values) => ({ code, path, field: "", message: worded(spec, code, values) });

/** The invisible characters in a text. */
const invisible = (spec, text, path) => [...text.matchAll(BAD)].map(([character]) => {
  const code = character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
  return ofFile(spec, "bad_character", path, { name: `${spec.invisible[character] ?? "control character"}, U+${code}` });
});

function* invisibleCharacters(spec, value, path) {
  if (typeof value === "string") yield* invisible(spec, value, path);
  else if (Array.isArray(value)) for (const [at, one] of value.entries()) yield* invisibleCharacters(spec, one, [...path, at]);
  else if (isGroup(value)) for (const [name, one] of Object.entries(value)) yield* invisibleCharacters(spec, one, [...path, name]);
}

/** What is wrong with the name of the file: hooks/whatworks/file_names.py. @param {string} id as it was typed */
const nameProblems = (spec, id) => {
  const file = `${id}.md`, folded = (name) => name.toLowerCase();
  const twin = [...Object.keys(spec.cases).map((one) => `${one}.md`), file].filter((one) => folded(one) === folded(file)).sort().at(-1);
  if (twin !== file) return [ofFile(spec, "same_name", ["id"], { name: file, other: twin })];
  if (all(spec, "goodName", file).length) return [];
  return [ofFile(spec, "bad_name", ["id"], { name: file, better: `${betterName(file)}.md` })];
};

/** What Git left in a text where it could not join two versions: the first marker of each. */
const conflicts = (spec, text) => {
  const found = [];
  let isOpen = false;
  for (const line of text.split("\n").filter((one) => all(spec, "conflict", one).length)) {
    if (!isOpen || line[0] === "<") found.push(ofFile(spec, "merge_conflict", ["story"], { value: line.slice(0, 7) }));
    isOpen = line[0] !== ">";
  }
  return found;
};

/** What schemas and rules say of a record that can be read. */
const ofRecord = (spec, values, fields, id, body) => {
  const { kind } = values;
  const found = [...fieldProblems(spec, kind, fields)];
  const draft = { spec, kind, id, fields, body, isWhole: !found.some(({ code }) => PARTIAL.includes(code)) };
  const rules = [...FIELD_RULES, ...REFERENCE_RULES, ...STORY_RULES, ...CHANGE_RULES], at = ({ path }) => JSON.stringify(path);
  const empty = new Set(found.filter(({ code }) => code === "empty").map(at)); // of which no more is said
  return [...found, ...rules.flatMap((rule) => [...rule(draft)]).filter((one) => !empty.has(at(one)))];
};

/** The section of the story that a problem is about, or the story as a whole. */
const sectionOf = ({ section, offset }, values, begins, body) => {
  const typed = section === undefined ? -1 : (values.story ?? []).findIndex(({ heading }) => heading === section);
  if (typed >= 0) return ["story", typed];
  if (section !== undefined || offset === undefined) return ["story"];
  const at = begins.filter((one) => cleaned(body.slice(0, one.offset)).length < offset).at(-1);
  return at ? ["story", at.section] : ["story"];
};

/** A path among what was filled in: the settled one has no empty entries. */
const typedPath = (path, kept) => path.map((step, at) =>
  (typeof step === "number" ? kept.get(JSON.stringify(path.slice(0, at)))?.[step] ?? step : step));

/**
 * What is wrong with what was filled in; `field` and `message` are those of hooks/check.py.
 * @param {Values} values @param {object} spec as in contribute/form.json @param {string} [day] today, like 2026-11-22
 * @returns {Problem[]}
 */
export const problems = (values, spec, day = today()) => {
  const { fields, kept } = settled(values, spec, day);
  const { body, begins } = story(values, spec), id = values.id || idOf(values, fields);
  const size = new TextEncoder().encode(asFile(values, spec, day).text).length, most = spec.limits.kilobytes;
  const named = nameProblems(spec, id);
  if (size > most * 1024) return [...named, ofFile(spec, "too_large", ["story"], { size: Math.ceil(size / 1024), most })];
  const text = body && cleaned(`\n${body}\n`), left = conflicts(spec, text);
  const found = [...named, ...invisibleCharacters(spec, fields, []), ...invisible(spec, body, ["story"]), ...left];
  if (!left.length) found.push(...ofRecord(spec, values, deeply(fields, cleaned), id, text));
  return unique(found.map((one) => ({
    code: one.code,
    path: one.path[0] === "story" ? sectionOf(one, values, begins, body) : typedPath(one.path, kept),
    field: one.field,
    message: one.message,
  })));
};

/** Each problem once at each place. @param {Problem[]} found */
const unique = (found) => [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
