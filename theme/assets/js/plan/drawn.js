// The blocks of a document as elements, for paper.
import { element } from "../search/dom.js";

const cells = (tag, texts) => texts.map((text) => element(tag, tag === "th" ? { scope: "col", text } : { text }));
const DRAW = {
  title: ({ text }) => element("p", { class: "paper-plan__title", text }),
  heading: ({ text }) => element("h2", { class: "paper-plan__heading", text }),
  small: ({ text }) => element("p", { class: "sheet__foot", text }),
  pair: ({ label, text }) => element("p", { class: "paper-plan__pair" }, element("strong", { text: `${label}: ` }), text),
  table: ({ head, rows }) =>
    element(
      "table", { class: "paper-plan__table" },
      element("thead", {}, element("tr", {}, ...cells("th", head))),
      element("tbody", {}, ...rows.map((row) => element("tr", {}, ...cells("td", row)))),
    ),
};

/** @param {import("./paper.js").Block[]} blocks @returns {HTMLElement[]} */
export const drawn = (blocks) => blocks.map((block) => DRAW[block.kind](block));
