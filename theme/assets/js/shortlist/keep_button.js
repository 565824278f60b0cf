// A button that keeps a case on the shortlist and takes it off again.
import { announce } from "../cases/announce.js";
import { element } from "../search/dom.js";
import { added, without } from "./list.js";
import { has, isTaken, onUpdate, own, put } from "./store.js";

const REFUSED = "Your browser does not let this site keep anything, so this lasts only until you leave the page.";

/** @param {string} id @param {string} [title] told to screen readers where a page has several such buttons */
export const keepButton = (id, title) => {
  const words = element("span");
  const of = title ? [element("span", { class: "visually-hidden", text: ` (${title})` })] : [];
  const button = element("button", { type: "button", class: "keep button--quiet" }, element("span", {}, words, ...of));
  const refused = element("span", { class: "keep__refused", text: REFUSED });
  const draw = () => {
    const isOn = has(id);
    if (isOn && !isTaken()) button.after(refused);
    else refused.remove();
    button.setAttribute("aria-pressed", `${isOn}`);
    words.textContent = isOn ? "Kept" : "Keep on my shortlist";
  };
  button.addEventListener("click", () => {
    const isOn = !has(id);
    put(isOn ? added(own(), [id]) : without(own(), id));
    announce(isOn && !isTaken() ? REFUSED : `${isOn ? "Kept" : "Taken off"}. On your shortlist: ${own().length}.`);
  });
  onUpdate(draw);
  draw();
  return button;
};
