// The drafts on this device, folded up: to open, copy and delete; and drafts as files.
import { element } from "../../search/dom.js";
import { drafts, newId, onOtherTab, putBack, remove } from "./drafts.js";

const button = (words, name, act) => {
  const made = element("button", { type: "button", class: "button--quiet button--small", "aria-label": name }, words);
  made.addEventListener("click", act);
  return made;
};

/** A moment as people write it. @param {string} moment */
export const when = (moment) => {
  const day = new Date(moment);
  return Number.isNaN(day.getTime()) ? "" : day.toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
};

/** What a draft is called. @param {import("./drafts.js").Values} values */
export const titleOf = ({ fields }) => (typeof fields.title === "string" && fields.title.trim() ? fields.title.trim() : "Without a title yet");

const counted = (many) => ["none yet", "1 draft"][many] ?? `${many} drafts`;

/**
 * @param {{
 *   open: (id: string) => void, current: () => string, announce: (words: string) => void,
 *   begin: () => void, write: () => void, read: (file: File) => void,
 * }} does
 * @param {{what: string, until: string, privacy: string}} kept the words about what the device keeps
 */
export const draftsPanel = ({ open, current, announce, begin, write, read }, kept) => {
  const list = element("ul", { class: "drafts" });
  const undone = element("div", { class: "drafts__undo" });
  const count = element("span", { class: "count" });
  const summary = element("summary", {}, "Your drafts on this device: ", count);

  const copy = (one) => {
    // The title of a case that is being changed is part of the change.
    const fields = one.of ? one.values.fields : { ...one.values.fields, title: `Copy of ${titleOf(one.values)}` };
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
      summary.focus();
      announce(`${titleOf(one.values)} is back.`);
    });
    undone.replaceChildren(element("p", {}, `“${titleOf(one.values)}” was deleted. `, back));
    draw();
    announce(`${titleOf(one.values)} was deleted.`);
    back.focus();
  };

  const kindOf = ({ of, only }) => (only ? "“We did this too”. " : of ? "A change to a case. " : "");
  const row = (one) => {
    const name = titleOf(one.values);
    const isOpen = one.id === current();
    return element(
      "li", { class: "drafts__one" },
      element("p", { class: "drafts__title" }, name, ...(isOpen ? [" ", element("span", { class: "tag", text: "Open below" })] : [])),
      element("p", { class: "drafts__when", text: `${kindOf(one)}Last changed ${when(one.changed)}` }),
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
    count.textContent = counted(all.length);
    list.replaceChildren(...all.map(row));
  };

  const file = element("input", { type: "file", id: "draft-file", accept: ".json,.md,application/json,text/markdown" });
  file.addEventListener("change", () => {
    const [chosen] = file.files;
    if (chosen) read(chosen);
    file.value = "";
  });
  const node = element(
    "details", { class: "contribute__drafts" }, summary, list, undone,
    element(
      "div", { class: "contribute__acts" },
      button("Start an empty form", "Start an empty form", begin), button("Save this draft as a file", "Save this draft as a file", write),
    ),
    element("p", { class: "contribute__file" }, element("label", { for: file.id, text: "Open a draft, or a case, from a file" }), file),
    element("p", { class: "contribute__kept" }, `Kept in this browser, and nowhere else: ${kept.what} Until: ${kept.until.toLowerCase()}. `, element("a", { href: kept.privacy, text: "About privacy" })),
  );
  onOtherTab(draw);
  draw();
  return { node, draw, unfold: () => { node.open = drafts().length > 0; } };
};
