// The drafts on this device, as a list to open, copy and delete from.
import { element } from "../../search/dom.js";
import { drafts, newId, onOtherTab, putBack, remove } from "./drafts.js";

const button = (words, name, act) => {
  const made = element("button", { type: "button", class: "button--quiet button--small", "aria-label": name }, words);
  made.addEventListener("click", act);
  return made;
};

const when = (changed) => {
  const day = new Date(changed);
  return Number.isNaN(day.getTime()) ? "" : day.toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
};

/** What a draft is called. @param {import("./drafts.js").Values} values */
export const titleOf = ({ fields }) => (typeof fields.title === "string" && fields.title.trim() ? fields.title.trim() : "Without a title yet");

/**
 * @param {HTMLElement} place
 * @param {{open: (id: string) => void, current: () => string, announce: (words: string) => void}} does
 */
export const draftsPanel = (place, { open, current, announce }) => {
  const list = element("ul", { class: "drafts" });
  const undone = element("div", { class: "drafts__undo" });
  const title = element("h2", { tabindex: "-1" });
  place.append(title, list, undone);

  const copy = (one) => {
    const fields = { ...one.values.fields, title: `Copy of ${titleOf(one.values)}` };
    putBack({ ...one, id: newId(), stamp: 1, changed: new Date().toISOString(), values: { ...one.values, fields } });
    draw();
    announce(`${titleOf(one.values)} was copied.`);
  };

  const erase = (one) => {
    remove(one.id);
    const back = button("Bring it back", `Bring ${titleOf(one.values)} back`, () => {
      putBack(one);
      undone.replaceChildren();
      draw();
      title.focus();
      announce(`${titleOf(one.values)} is back.`);
    });
    undone.replaceChildren(element("p", {}, `“${titleOf(one.values)}” was deleted. `, back));
    draw();
    announce(`${titleOf(one.values)} was deleted.`);
    back.focus();
  };

  const row = (one) => {
    const name = titleOf(one.values);
    const isOpen = one.id === current();
    return element(
      "li", { class: "drafts__one" },
      element("p", { class: "drafts__title" }, name, isOpen ? element("span", { class: "tag", text: "Open below" }) : ""),
      element("p", { class: "drafts__when", text: `${one.of ? "A change to a case. " : ""}Last changed ${when(one.changed)}` }),
      element(
        "div", { class: "drafts__acts" },
        ...(isOpen ? [] : [button("Open", `Open ${name}`, () => open(one.id))]),
        button("Copy", `Copy ${name}`, () => copy(one)),
        button("Delete", `Delete ${name}`, () => erase(one)),
      ),
    );
  };

  const draw = () => {
    const all = drafts();
    place.hidden = !all.length && !undone.childElementCount;
    title.textContent = all.length === 1 ? "Your draft" : "Your drafts";
    list.replaceChildren(...all.map(row));
  };

  onOtherTab(draw);
  draw();
  return { draw };
};
