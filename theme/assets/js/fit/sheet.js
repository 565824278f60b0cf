// The answers that a page with questions shows, and where they go: to the device and into the address.
import { NAME, only, read, whose, written } from "./answers.js";
import { forgetOwn, keepOwn, onOwnChange, own } from "./own.js";

/**
 * @param {string[]} ids the conditions that the page asks about
 * @param {() => void} draw called whenever the answers change
 */
export const sheet = (ids, draw) => {
  const { answers: asked, unknown } = read(location.search, ids);
  const opened = whose({ asked, own: only(own(), ids), isOurs: history.state?.fit === "own" });
  const state = { ...opened, unknown, isKept: true, hasOwn: own().size > 0 };

  /** The address holds what was answered; a mark beside it says that the device holds it too. */
  const write = () => {
    const query = new URLSearchParams(location.search);
    query.delete(NAME);
    for (const value of written(state.answers)) query.append(NAME, value);
    const mark = state.isOwn && state.isKept ? "own" : undefined;
    history.replaceState({ ...history.state, fit: mark }, "", `${location.pathname}${`${query}` && `?${query}`}${location.hash}`);
  };

  const set = (change) => {
    Object.assign(state, { unknown: [] }, change, { hasOwn: own().size > 0 });
    write();
    draw();
  };

  const answer = (id, value) => {
    const answers = new Map(state.answers).set(id, value);
    set({ answers, isKept: !state.isOwn || keepOwn(new Map(own()).set(id, value)) });
  };
  const keepThese = () => {
    const isKept = keepOwn(new Map([...own(), ...state.answers]));
    set({ isKept, isOwn: isKept, answers: isKept ? only(own(), ids) : state.answers });
  };
  const useOwn = () => set({ isOwn: true, answers: only(own(), ids) });
  const forget = () => {
    forgetOwn();
    set({ isOwn: true, isKept: true, answers: new Map() });
  };

  onOwnChange(() => {
    if (state.isOwn && state.isKept) set({ answers: only(own(), ids) });
  });

  return { state, answer, keepThese, useOwn, forget };
};
