// A record as the check will read it, and what a rule may know around it: hooks/whatworks/rules/draft.py in the browser.
import { nearest } from "./close.js";
import { STORY, nearestNote, problem, worded } from "./messages.js";
import { isGroup } from "./settling.js";

/**
 * @typedef {import("./messages.js").Path} Path
 * @typedef {import("./messages.js").Problem} Problem
 * @typedef {{spec: object, kind: string, id: string, fields: object, body: string, isWhole: boolean}} Draft
 *   `isWhole` is false where fields are missing: then nothing can be said of what seems to be absent
 */

// The list fields whose entries name a source.
const WITH_SOURCE = ["conditions", "outcomes", "did_not_work"];

/** @param {Draft} draft @param {string} code @param {Path} path @returns {Problem} */
export const inField = ({ spec }, code, path, values) => problem(spec, code, path, values);

/** A problem at an offset of the story. @param {Draft} draft @returns {Problem & {offset: number}} */
export const inStory = ({ spec }, code, offset, values = {}) =>
  ({ code, path: ["story"], field: STORY, message: worded(spec, code, values), offset });

/** The entries of a list field that are groups of fields, with their numbers. @returns {[number, object][]} */
export const entries = ({ fields }, name) =>
  (Array.isArray(fields[name]) ? [...fields[name].entries()].filter(([, entry]) => isGroup(entry)) : []);

/** Every text in a value, with its path. @returns {Generator<[Path, string]>} */
export function* textsIn(value, path = []) {
  if (typeof value === "string") yield [path, value];
  else if (Array.isArray(value)) for (const [at, inner] of value.entries()) yield* textsIn(inner, [...path, at]);
  else if (isGroup(value)) for (const [name, inner] of Object.entries(value)) yield* textsIn(inner, [...path, name]);
}

/** The ids of the entries under sources. @param {Draft} draft */
export const sourceIds = (draft) => entries(draft, "sources").map(([, entry]) => String(entry.id));

/** Whether the ids under sources could be read. @param {Draft} draft */
export const knowsSources = ({ fields }) =>
  Array.isArray(fields.sources) && fields.sources.every((entry) => isGroup(entry) && typeof entry.id === "string");

/** The groups that may name a source, each with its path. @returns {[Path, object][]} */
export const citing = (draft) => {
  const listed = WITH_SOURCE.flatMap((name) => entries(draft, name).map(([at, entry]) => [[name, at], entry]));
  return isGroup(draft.fields.effort) ? [...listed, [["effort"], draft.fields.effort]] : listed;
};

/** The sentence that offers the nearest of the choices. @param {string} word @param {Iterable<string>} choices */
export const close = (word, choices) => nearestNote(nearest(word, choices));

/** The same or, where none is near, all of a few choices. @param {string} word @param {string[]} choices */
export const closeOrAll = (word, choices) =>
  close(word, choices) || (choices.length ? ` Choose one of them: ${choices.join(", ")}.` : "");
