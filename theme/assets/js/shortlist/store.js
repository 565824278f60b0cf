// The reader's own shortlist. It is kept on this device only; where the device takes nothing it lasts as long as the page.
import { drop, keep, kept, onChange } from "../kept.js";
import { cleaned } from "./list.js";

const KEY = "what-works-shortlist";
const listeners = new Set();
/** What the device did not take. @type {import("./list.js").Entry[] | undefined} */
let untaken;

/** @returns {import("./list.js").Entry[]} */
export const own = () => untaken ?? cleaned(kept(KEY, []));

/** @param {string} id */
export const has = (id) => own().some((one) => one.id === id);

/** Whether the device took what was to be kept. */
export const isTaken = () => untaken === undefined;

/** Whether the device would take anything: what is kept is kept once more. */
export const canKeep = () => {
  const list = own();
  const taken = isTaken() && keep(KEY, list);
  if (!list.length) drop(KEY);
  return taken;
};

/** @param {import("./list.js").Entry[]} list */
export const put = (list) => {
  const taken = keep(KEY, list);
  untaken = taken ? undefined : list;
  if (taken && !list.length) drop(KEY);
  tell();
};

/** Calls back whenever the list changes, here or on another page of the site. @param {() => void} act */
export const onUpdate = (act) => { listeners.add(act); };

const tell = () => { for (const act of listeners) act(); };

/** Calls back when another page of the site has changed the list, also while the reader was there. @param {() => void} act */
export const onOtherPage = (act) => {
  onChange(KEY, act);
  addEventListener("pageshow", ({ persisted }) => { if (persisted) act(); });
};
onOtherPage(tell);
