// A question with boxes to tick on paper becomes one that can be answered.
import { element } from "../search/dom.js";
import { LABELS } from "./answers.js";
import { RESULTS } from "./words.js";

/** @param {HTMLElement} item @param {(id: string, value: string) => void} answer */
export const question = (item, answer) => {
  const { condition: id, label } = item.dataset;
  const ask = item.querySelector("[data-fit-ask]");
  const note = item.querySelector("[data-fit-note]");
  const inputs = Object.keys(LABELS).map((value) => element("input", { type: "radio", name: `fit-${id}`, value, autocomplete: "off" }));
  const choices = inputs.map((input) => element("label", {}, input, LABELS[input.value]));
  const legend = element("legend", { class: "fit__ask" }, ...ask.childNodes);
  const result = element("p", { class: "fit__result" });
  item.querySelector("[data-fit-boxes]").replaceWith(result);
  ask.replaceWith(element("fieldset", {}, legend, element("div", { class: "fit__choices" }, ...choices)));
  item.addEventListener("change", ({ target }) => answer(id, target.value));

  /** @param {string | undefined} value the answer, if there is one */
  const draw = (value) => {
    for (const input of inputs) input.checked = input.value === value;
    result.hidden = !value || !note;
    result.className = `fit__result fit__result--${value}`;
    result.replaceChildren(...(value ? [element("strong", { text: `${RESULTS[value]}:` }), ` ${label}`] : []));
    if (note) note.hidden = !value;
  };

  return { id, draw };
};
