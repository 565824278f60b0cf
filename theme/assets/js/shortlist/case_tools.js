// The tools of a case: keep it, compare it, copy it for a board paper, print it.
import { announce } from "../cases/announce.js";
import { queryOf } from "../cases/address.js";
import { copy } from "../cases/clipboard.js";
import { href } from "../cases/data.js";
import { printButton } from "../cases/share.js";
import { element } from "../search/dom.js";
import { keepButton } from "./keep_button.js";

/** The text with its form: the title in bold, the rest in paragraphs. @param {string} text */
const asHtml = (text) => {
  const [title, ...others] = text.split(/\n{2,}/);
  const parts = [element("p", {}, element("strong", { text: title })), ...others.map((one) => element("p", { text: one }))];
  return parts.map((part) => part.outerHTML).join("");
};

/** @param {HTMLTextAreaElement} paper @param {HTMLElement} said */
const copyButton = (paper, said) => {
  const button = element("button", { type: "button", class: "button--quiet", text: "Copy for a board paper" });
  button.addEventListener("click", async () => {
    const text = paper.value.trim();
    const taken = await copy(text, asHtml(text));
    said.textContent = taken
      ? "Copied: summary, caveat and citation."
      : "Your browser refused the clipboard. The text is at the foot of this page, selected, to copy from there.";
    announce(said.textContent);
    if (taken) return;
    paper.closest("details").open = true;
    paper.focus();
    paper.select();
  });
  return button;
};

/** @param {HTMLElement} box @param {HTMLTextAreaElement} paper */
export const caseTools = (box, paper) => {
  const said = element("p", { class: "tools__said" });
  const compare = element("a", { class: "button button--quiet", href: `${href("/compare/")}${queryOf([box.dataset.tools])}`, text: "Compare" });
  box.replaceChildren(keepButton(box.dataset.tools), compare, copyButton(paper, said), printButton(), said);
};
