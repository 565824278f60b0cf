// The reader's own shortlist on its page: each case can be moved, removed, brought back and written about.
import { announce } from "../cases/announce.js";
import { element } from "../search/dom.js";
import { actions, entry, notes } from "./entry.js";
import { moved, noted } from "./list.js";
import { own, put } from "./store.js";

/** @typedef {import("./list.js").Entry & {gone?: boolean}} Shown an entry; one that is gone can still be brought back */

/**
 * @param {HTMLOListElement} box where the cases stand
 * @param {HTMLElement} blank
 * @param {() => void} changed what else to draw after each change
 */
export const ownList = (box, blank, changed) => {
  /** @type {Shown[]} */
  let list = [];
  let told = new Map();
  const made = new Map();

  const left = () => list.filter(({ gone }) => !gone).map(({ id, note }) => ({ id, note }));
  // What the site does not show stays kept until the reader takes it off.
  const store = () => { put([...left(), ...own().filter(({ id }) => !told.has(id))]); changed(); };
  const write = (id) => (text) => { list = noted(list, id, text); store(); };

  const move = (id, by) => {
    list = moved(left(), id, by);
    store();
    draw();
    const { up, down } = made.get(id).does;
    const pressed = by < 0 ? up : down;
    (pressed.disabled ? (by < 0 ? down : up) : pressed).focus();
    announce(`${told.get(id).title} is now ${list.findIndex((one) => one.id === id) + 1} of ${list.length}.`);
  };

  const setGone = (id, gone) => {
    list = list.map((one) => (one.id === id ? { ...one, gone } : one));
    store();
    draw();
    announce(`${gone ? "Removed" : "Back on your shortlist"}: ${told.get(id).title}.`);
  };
  const remove = (id) => { setGone(id, true); made.get(id).undo.focus(); };
  const restore = (id) => { setGone(id, false); made.get(id).does.off.focus(); };

  const make = ({ id, note }) => {
    const one = told.get(id);
    const item = entry(blank, one);
    const does = actions(one.title, { move: (by) => move(id, by), remove: () => remove(id) });
    const undo = element("button", { type: "button", class: "button--quiet", text: "Undo" });
    undo.addEventListener("click", () => restore(id));
    item.append(does.box);
    const gap = element("li", { class: "entry entry--gone" }, element("span", { text: `Removed: ${one.title}` }), " ", undo);
    return { item, gap, does, undo, notes: notes(item, one.title, note, write(id)) };
  };

  const draw = () => {
    for (const one of list) if (!made.has(one.id)) made.set(one.id, make(one));
    for (const { id, note } of list) made.get(id).notes.show(note);
    box.replaceChildren(...list.map(({ id, gone }) => made.get(id)[gone ? "gap" : "item"]));
    left().forEach(({ id }, at, { length }) => {
      const { up, down } = made.get(id).does;
      up.disabled = at === 0;
      down.disabled = at === length - 1;
    });
  };

  /** Shows what is kept. @param {object[]} cases those of the kept ones that the site has */
  const show = (cases) => {
    told = new Map(cases.map((one) => [one.id, one]));
    list = own().filter(({ id }) => told.has(id));
    draw();
  };
  /** Takes over what was written on another page of the site; whether that is all there is to take over. */
  const follow = () => {
    const kept = own().filter(({ id }) => told.has(id));
    if (kept.length < own().length || `${kept.map(({ id }) => id)}` !== `${ids()}`) return false;
    for (const { id, note } of kept) {
      list = noted(list, id, note);
      made.get(id).notes.show(note);
    }
    return true;
  };
  const ids = () => left().map(({ id }) => id);
  return { show, follow, ids };
};
