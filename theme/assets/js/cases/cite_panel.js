// "Cite this page": a button beside each text, and the reader's own day in the reference.
import { accessed } from "./accessed.js";
import { copyButton, select } from "./copy_button.js";

/** The text of an element; with its form, where it has any. @param {HTMLElement} shown */
const given = (shown) => ({ text: shown.textContent.trim(), html: shown.childElementCount ? shown.innerHTML.trim() : undefined });

/** @param {HTMLElement} shown @returns {() => void} */
const show = (shown) => () => {
  const box = shown.closest("details");
  box.open = true;
  select(shown);
};

/** @param {HTMLElement} panel */
export const citePanel = (panel) => {
  const texts = [...panel.querySelectorAll("[data-cite-text]")];
  const places = [...panel.querySelectorAll("[data-cite-copy]")];
  texts.forEach((shown, at) => places[at].append(...copyButton(shown.dataset.citeText, () => given(shown), show(shown))));
  const end = texts[0].lastChild;
  end.textContent = accessed(end.textContent, new Date());
};
