// The reader's own answers, on this device alone. They are about the reader's place, so every page shares them.
import { drop, keep, kept, onChange } from "../kept.js";
import { moved } from "../old_values.js";
import { fromKept, renamed } from "./answers.js";

const KEY = "what-works-fit";

/** @returns {import("./answers.js").Answers} */
export const own = () => renamed(fromKept(kept(KEY, {})), moved());

/** @param {import("./answers.js").Answers} answers @returns {boolean} whether the device took them */
export const keepOwn = (answers) => keep(KEY, Object.fromEntries(answers));

export const forgetOwn = () => drop(KEY);

/** Calls back when another page changes them, also one that was left and is returned from. @param {() => void} act */
export const onOwnChange = (act) => {
  onChange(KEY, act);
  addEventListener("pageshow", ({ persisted }) => { if (persisted) act(); });
};
