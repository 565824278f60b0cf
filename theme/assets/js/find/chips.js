// What is on, as buttons that take it off again.
import { element } from "../search/dom.js";

/**
 * @param {(facet: string, id: string) => string} name
 * @param {{remove: (facet: string, id: string) => void, clear: () => void, fallback: HTMLElement}} does what the buttons
 *   do, and what takes the focus when no button is left
 */
export const chips = (name, { remove, clear, fallback }) => {
  const list = element("ul", { class: "chips", "aria-label": "Filters that are on" });
  const box = element("div", { class: "finder__chips", hidden: true }, list);

  const refocus = (at) => {
    const left = [...list.querySelectorAll("button")];
    (left[Math.min(at, left.length - 2)] ?? fallback).focus();
  };

  const chip = (facet, id, at) => {
    const words = name(facet, id);
    const button = element("button", { type: "button", class: "chip", "aria-label": `Remove ${words}` }, words);
    button.addEventListener("click", () => { remove(facet, id); refocus(at); });
    return element("li", {}, button);
  };

  /** @param {import("./state.js").Chosen} chosen */
  const draw = (chosen) => {
    const on = [...chosen].flatMap(([facet, ids]) => [...ids].map((id) => [facet, id]));
    box.hidden = !on.length;
    const all = element("button", { type: "button", class: "chip chip--clear", text: "Clear all" });
    all.addEventListener("click", () => { clear(); fallback.focus(); });
    list.replaceChildren(...on.map(([facet, id], at) => chip(facet, id, at)), ...(on.length ? [element("li", {}, all)] : []));
  };

  return { box, draw };
};
