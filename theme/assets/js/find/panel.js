// On a phone the filters stand in a dialog: nothing behind it changes until "Apply".
import { element } from "../search/dom.js";

const NARROW = matchMedia("(max-width: 56rem)");

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} side where the form stands on a wide screen
 * @param {{apply: () => void, discard: () => void, clear: () => void}} does
 */
export const panel = (form, side, { apply, discard, clear }) => {
  const opener = element("button", { type: "button", class: "finder__open", "aria-haspopup": "dialog" });
  const closing = element("button", { type: "button", class: "button--quiet", text: "Close" });
  const clearing = element("button", { type: "button", class: "button--quiet", text: "Clear all" });
  const applying = element("button", { type: "submit", form: form.id, text: "Apply" });
  const title = form.querySelector(".finder__head");
  const head = element("div", { class: "finder__top" }, closing);
  const body = element("div", { class: "finder__scroll" });
  const dialog = element(
    "dialog", { class: "finder__panel", "aria-labelledby": "filters" },
    head, body, element("div", { class: "finder__foot" }, applying, clearing),
  );
  side.append(opener, dialog);

  const place = () => {
    if (dialog.open) dialog.close();
    (NARROW.matches ? body : side).prepend(form);
    (NARROW.matches ? head : form).prepend(title);
    opener.hidden = !NARROW.matches;
  };

  opener.addEventListener("click", () => dialog.showModal());
  closing.addEventListener("click", () => dialog.close());
  clearing.addEventListener("click", clear);
  dialog.addEventListener("close", discard);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!dialog.open) return;
    apply();
    dialog.close();
  });
  NARROW.addEventListener("change", place);
  place();

  /** @param {number} on how many options are on @param {number} would how many cases "Apply" would show */
  const draw = (on, would) => {
    opener.textContent = on ? `Filters (${on} on)` : "Filters";
    applying.textContent = `Apply: ${would} ${would === 1 ? "case" : "cases"}`;
    clearing.disabled = !on && document.activeElement !== clearing;
  };

  return { draw, isOpen: () => dialog.open, isNarrow: () => NARROW.matches, close: () => dialog.close() };
};
