// Drafts as files, out and in. What comes in is data: it is looked at, never run, and what has no place is left out. No DOM.
import { isObject } from "./data.js";

const MARK = "draft of a case for What Works";
const MOST_CHARACTERS = 300_000;
const MOST_DEEP = 8;
const FORBIDDEN = ["__proto__", "constructor", "prototype"];

/** @param {import("./drafts.js").Draft} draft */
export const asJson = ({ values, of, only }) => `${JSON.stringify({ what: MARK, of, only, values }, null, 2)}\n`;

/** Only what JSON is made of, and not too deep. */
const plain = (value, deep = 0) => {
  if (deep > MOST_DEEP) return undefined;
  if (Array.isArray(value)) return value.map((one) => plain(one, deep + 1)).filter((one) => one !== undefined);
  if (isObject(value)) {
    const kept = Object.entries(value).filter(([name]) => !FORBIDDEN.includes(name));
    return Object.fromEntries(kept.map(([name, inside]) => [name, plain(inside, deep + 1)]).filter(([, inside]) => inside !== undefined));
  }
  return ["string", "number", "boolean"].includes(typeof value) ? value : undefined;
};

const section = (one) => ({
  heading: typeof one.heading === "string" ? one.heading : "",
  text: one.text,
  format: one.format === "markdown" ? "markdown" : "plain",
});

/** Values of the right shape, from any data. @returns {import("./data.js").Values} */
export const shaped = (data, kinds) => {
  const given = plain(data);
  const story = Array.isArray(given.story) ? given.story : [];
  return {
    kind: kinds.includes(given.kind) ? given.kind : kinds[0],
    id: typeof given.id === "string" ? given.id : "",
    fields: isObject(given.fields) ? given.fields : {},
    story: story.filter((one) => isObject(one) && typeof one.text === "string").map(section),
  };
};

/** Which case it changes, and which one entry it adds. */
const moreOf = ({ of, only }) => {
  if (typeof of !== "string" || !/^[a-z0-9-]+$/.test(of)) return {};
  const isEntry = Array.isArray(only) && only.length === 2 && only[0] === "repeats" && Number.isInteger(only[1]) && only[1] >= 0 && only[1] < 100;
  return isEntry ? { of, only } : { of };
};

/**
 * What a file holds.
 * @param {string} text @param {string[]} kinds @param {(text: string) => unknown} readRecord reads the text of a record
 * @returns {{values: import("./data.js").Values, more: {of?: string, only?: import("./data.js").Path}} | undefined} nothing, where it is neither a draft nor a record
 */
export const fromFile = (text, kinds, readRecord) => {
  if (text.length > MOST_CHARACTERS) return undefined;
  try {
    if (text.trimStart().startsWith("---")) {
      const values = readRecord(text);
      return values ? { values: shaped(values, kinds), more: {} } : undefined;
    }
    const data = JSON.parse(text);
    if (!isObject(data) || data.what !== MARK || !isObject(data.values)) return undefined;
    return { values: shaped(data.values, kinds), more: moreOf(data) };
  } catch {
    return undefined;
  }
};
