// Drafts as files, out and in. What comes in is data: it is looked at, never run, and what has no place is left out
// (../read.js). No DOM.
import { fromRecord } from "../read.js";
import { isObject } from "./data.js";
import { written } from "./written.js";

const MARK = "draft of a case for What Works";
const MOST_CHARACTERS = 300_000;

/** @param {import("./drafts.js").Draft} draft */
export const asJson = ({ values, of, only }) => `${JSON.stringify({ what: MARK, of, only, values }, null, 2)}\n`;

/** Which case it changes, and which one entry it adds. */
const moreOf = ({ of, only }, { fields }) => {
  if (typeof of !== "string" || !/^[a-z0-9-]+$/.test(of)) return {};
  const isEntry = Array.isArray(only) && only[0] === "repeats" && isObject(fields.repeats?.[only[1]]);
  return isEntry ? { of, only: ["repeats", only[1]] } : { of };
};

/**
 * What a file holds: a draft that was saved, or the file of a case that the form wrote.
 * @param {string} text @param {object} data form.json
 * @returns {{values: import("./data.js").Values, more: {of?: string, only?: import("./data.js").Path}} | undefined}
 */
export const fromFile = (text, data) => {
  if (text.length > MOST_CHARACTERS) return undefined;
  try {
    if (/^\s*---/.test(text)) return { values: fromRecord(written(text), data), more: {} };
    const draft = JSON.parse(text);
    if (!isObject(draft) || draft.what !== MARK || !isObject(draft.values)) return undefined;
    const values = fromRecord(draft.values, data);
    return { values, more: moreOf(draft, values) };
  } catch {
    return undefined; // neither
  }
};
