// The draft that is open, and how it is kept after every change.
import { draft as stored, newId, onOtherTab, save } from "./drafts.js";

/**
 * @typedef {import("./drafts.js").Draft} Draft
 * @typedef {"nothing" | "kept" | "not kept" | "apart"} State whether the device has it; "apart" while another tab has
 *   changed it, until the reader chooses
 * @param {(state: State) => void} told
 */
export const keeper = (told) => {
  /** @type {Draft} */
  let now;
  /** @type {State} */
  let state = "nothing";

  const become = (next) => { state = next; told(state); };
  const keepNow = () => {
    if (state === "apart") return;
    const { result, draft } = save(now);
    now = draft;
    become(result === "changed elsewhere" ? "apart" : result);
  };

  onOtherTab(() => {
    const other = now?.stamp ? stored(now.id) : undefined;
    if (other && other.stamp !== now.stamp && state !== "apart") become("apart");
  });
  addEventListener("beforeunload", (event) => { if (state === "not kept" || state === "apart") event.preventDefault(); });

  return {
    now: () => now,
    /** Something was changed. @param {import("./drafts.js").Values} values */
    change: (values) => { now = { ...now, values }; keepNow(); },
    /** A draft that is on the device. @param {Draft} one */
    open: (one) => { now = one; become("nothing"); },
    /** A draft that the device has not got before the first change. @param {Partial<Draft>} more */
    begin: (values, more = {}) => { now = { ...more, id: newId(), stamp: 0, changed: "", values }; become("nothing"); },
    /** Keeps what is open as a draft of its own, beside the one that another tab has changed. */
    part: () => { now = { ...now, id: newId(), stamp: 0 }; state = "nothing"; keepNow(); },
    keepNow,
  };
};
