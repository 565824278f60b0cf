// Drafts that the reader's device keeps, several at a time. Two tabs may write: each draft carries a stamp that every
// change raises, so that nobody overwrites what they have not seen.
import { keep, kept, onChange } from "../../kept.js";
import { isObject } from "./data.js";

const KEY = "what-works-drafts";

/**
 * @typedef {import("./data.js").Values} Values
 * @typedef {import("./data.js").Path} Path
 * @typedef {{id: string, stamp: number, changed: string, values: Values, of?: string, only?: Path}} Draft `changed` is when
 *   it last changed, `of` the case that it changes, `only` the one entry that is asked for
 * @typedef {"kept" | "not kept" | "changed elsewhere"} Result
 */

const isDraft = (one) => isObject(one) && typeof one.id === "string" && Number.isInteger(one.stamp)
  && typeof one.changed === "string" && isObject(one.values) && isObject(one.values.fields);

/** What is kept, the last changed first. @returns {Draft[]} */
export const drafts = () => {
  const all = kept(KEY, []);
  const sound = Array.isArray(all) ? all.filter(isDraft) : [];
  return sound.sort((one, other) => (one.changed < other.changed ? 1 : -1));
};

/** @param {string} id @returns {Draft | undefined} */
export const draft = (id) => drafts().find((one) => one.id === id);

/** A name for a draft that none has had before. */
export const newId = () => Date.now().toString(36);

/**
 * Keeps a draft, unless another tab has changed it since it was read here.
 * @param {Draft} mine with the stamp that it was read with; 0 for a new one
 * @returns {{result: Result, draft: Draft}} the draft with its new stamp, if it was kept
 */
export const save = (mine) => {
  const others = drafts().filter(({ id }) => id !== mine.id);
  const stored = draft(mine.id);
  if (stored && stored.stamp !== mine.stamp) return { result: "changed elsewhere", draft: mine };
  const next = { ...mine, stamp: mine.stamp + 1, changed: new Date().toISOString() };
  return keep(KEY, [next, ...others]) ? { result: "kept", draft: next } : { result: "not kept", draft: mine };
};

/** Puts a draft back as it was. @param {Draft} one @returns {boolean} whether the device took it */
export const putBack = (one) => keep(KEY, [one, ...drafts().filter(({ id }) => id !== one.id)]);

/** @param {string} id */
export const remove = (id) => keep(KEY, drafts().filter((one) => one.id !== id));

/** Calls back when another tab changes what is kept. @param {() => void} act */
export const onOtherTab = (act) => onChange(KEY, act);
