// A long list of choices, made shorter by a word that is typed: labels, other words for them, what they mean and their heading.
import { element } from "../../search/dom.js";

const LONG = 24;

const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * The choices that have all of the words, those that have them in their name first. No DOM.
 * @template {{label: string, definition?: string, synonyms?: string[]}} C
 * @param {C[]} choices @param {string} typed @returns {C[]}
 */
const fitting = (choices, typed) => {
  const asked = words(typed);
  const has = (text) => asked.every((word) => words(text).some((one) => one.startsWith(word)));
  const rank = ({ label, synonyms = [], definition = "", group = "" }) => {
    if (has(label)) return 0;
    if (synonyms.some(has)) return 1;
    return has([label, ...synonyms, definition, group].join(" ")) ? 2 : 3;
  };
  const ranked = choices.map((one) => [rank(one), one]).filter(([at]) => at < 3);
  return asked.length ? ranked.sort(([one], [other]) => one - other).map(([, one]) => one) : choices;
};

/** The box to type in, for a list that is long enough to need one. @returns {HTMLElement[]} */
export const finder = (field, { id }, offer) => {
  if (field.choices.length < LONG) return [];
  const said = element("p", { class: "picker__found", role: "status" });
  const box = element("input", { id: `${id}-find`, type: "search", autocomplete: "off" });
  box.addEventListener("input", () => {
    const found = fitting(field.choices, box.value);
    offer(found);
    said.textContent = box.value.trim() ? `${found.length || "None"} of ${field.choices.length} in the list below` : "";
  });
  box.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
  return [element("label", { class: "picker__label", for: `${id}-find`, text: "Find it by a word" }), box, said];
};
