// One case of the shortlist: the page's blank form, filled in.
import { href } from "../cases/data.js";
import { lines } from "../cases/lines.js";
import { ROWS } from "../cases/rows.js";
import { element } from "../search/dom.js";

/** @param {HTMLElement} blank @param {object} one a case @returns {HTMLElement} */
export const entry = (blank, one) => {
  const made = blank.cloneNode(true);
  const part = (name) => made.querySelector(`[data-part="${name}"]`);
  const label = one.status.id === "proposed" ? [" ", element("span", { class: "tag tag--status tag--proposed", text: "Proposed: an idea, not evidence" })] : [];
  made.dataset.entry = one.id;
  part("kicker").replaceChildren(`${one.where} · ${one.years}`, ...label);
  part("title").replaceChildren(element("a", { href: href(one.address), text: one.title }));
  part("summary").replaceChildren(one.summary);
  for (const place of made.querySelectorAll("dd[data-part]")) place.replaceChildren(lines(ROWS[place.dataset.part](one)));
  return made;
};

/** Room to write what the reader's own place could try; on paper the text stands on ruled lines. */
export const notes = (made, title, note, write) => {
  const id = `try-${made.dataset.entry}`;
  const box = made.querySelector("[data-try]");
  const heading = box.querySelector(".try__head");
  const printed = element("p", { class: "try__printed" });
  const area = element("textarea", { id, class: "try__text", rows: "5", maxlength: "2000" });
  const label = element("label", { for: id, class: "try__head" }, heading.textContent, element("span", { class: "visually-hidden", text: ` (${title})` }));
  const show = (text) => { area.value = text; printed.textContent = text; };
  area.addEventListener("input", () => { printed.textContent = area.value; write(area.value); });
  heading.replaceWith(label);
  label.after(area, printed);
  show(note);
  return { show: (text) => { if (document.activeElement !== area) show(text); } };
};

/** The buttons that move and remove an entry. @param {{move: (by: number) => void, remove: () => void}} does */
export const actions = (title, { move, remove }) => {
  const button = (text, act) => {
    const made = element("button", { type: "button", class: "button--quiet" }, text, element("span", { class: "visually-hidden", text: ` (${title})` }));
    made.addEventListener("click", act);
    return made;
  };
  const up = button("Move up", () => move(-1));
  const down = button("Move down", () => move(1));
  const off = button("Remove", remove);
  return { box: element("div", { class: "entry__actions" }, up, down, off), up, down, off };
};
