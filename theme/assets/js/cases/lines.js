// What a report says under one heading, as elements; silence in words.
import { element } from "../search/dom.js";

/** @param {import("./rows.js").Line} line */
const told = ({ head, text, note }) => [
  ...(head ? [element("strong", { text: head }), " "] : []),
  element("span", { text }),
  ...(note ? [" ", element("span", { class: "lines__note", text: note })] : []),
];

/** @param {import("./rows.js").Value} value @returns {HTMLElement} */
export const lines = (value) => {
  if (!value.length) return element("span", { class: "notreported", text: "Not reported" });
  if (value.length === 1) return element("div", { class: "lines" }, ...told(value[0]));
  return element("ul", { class: "lines" }, ...value.map((one) => element("li", {}, ...told(one))));
};
