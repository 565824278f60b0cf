// What is on, as buttons that take it off again.
import { element } from "../search/dom.js";

/**
 * @typedef {{words: string, remove: () => void}} Chip
 * @param {{clear: () => void, fallback: HTMLElement}} does what the last button does, and what takes the focus when no
 *   button is left
 */
export const chips = ({ clear, fallback }) => {
  const list = element("ul", { class: "chips", "aria-label": "What is on" });
  const box = element("div", { class: "finder__chips", hidden: true }, list);

  const refocus = (at) => {
    const left = [...list.querySelectorAll("button")];
    (left[Math.min(at, left.length - 2)] ?? fallback).focus();
  };

  const chip = ({ words, remove }, at) => {
    const button = element("button", { type: "button", class: "chip", "aria-label": `Remove ${words}` }, words);
    button.addEventListener("click", () => { remove(); refocus(at); });
    return element("li", {}, button);
  };

  /** @param {Chip[]} on */
  const draw = (on) => {
    box.hidden = !on.length;
    const all = element("button", { type: "button", class: "chip chip--clear", text: "Clear all" });
    all.addEventListener("click", () => { clear(); fallback.focus(); });
    list.replaceChildren(...on.map(chip), ...(on.length ? [element("li", {}, all)] : []));
  };

  return { box, draw };
};
