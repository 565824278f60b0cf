// The fields of the plan: a label, a hint and room to write.
import { element } from "../search/dom.js";

const LISTS = { need: "plan-needs", approach: "plan-approaches" };
const MOST_LETTERS = "2000";

/** What to fill in: a choice among cases, a line with suggestions, or room for several lines. */
const control = (name, id, hint, choices) => {
  const shared = { id, "aria-describedby": hint ? `${id}-hint` : undefined };
  if (name === "case") return element("select", shared, ...choices());
  if (LISTS[name]) return element("input", { ...shared, list: LISTS[name], maxlength: MOST_LETTERS, autocomplete: "off" });
  return element("textarea", { ...shared, rows: "2", maxlength: MOST_LETTERS, class: "plan__text" });
};

/**
 * @param {import("./plan.js").Field} field @param {string} id of the element @param {string | undefined} value
 * @param {(text: string) => void} write @param {() => HTMLOptionElement[]} [choices]
 */
export const field = ({ id: name, label, help }, id, value, write, choices) => {
  const made = control(name, id, help, choices);
  made.value = value ?? "";
  made.addEventListener("input", () => write(made.value));
  const hint = help ? [element("span", { id: `${id}-hint`, class: "plan__hint", text: help })] : [];
  return element("div", { class: `plan__field plan__field--${name}` }, element("label", { for: id, text: label }), ...hint, made);
};
