// What the builder gives: a text below each heading, with a button that copies it.
import { copyButton } from "../cases/copy_button.js";
import { element } from "../search/dom.js";

/** @typedef {{id: string, name: string, hint: string, text: string}} Output */

const block = (id, name) => {
  const hint = element("p", { class: "builder__hint", id: `${id}-hint` });
  const text = element("textarea", { id: `${id}-text`, class: "builder__text", readonly: true, rows: "1", spellcheck: "false", "aria-label": name, "aria-describedby": `${id}-hint` });
  const [button, said] = copyButton(name, () => ({ text: text.value }), () => { text.focus(); text.select(); });
  const box = element("div", { class: "builder__output" }, element("h4", { text: name }), hint, text, element("p", { class: "tools" }, button, said));

  /** @param {Output} output */
  const draw = (output) => {
    hint.textContent = output.hint;
    text.value = output.text;
    said.textContent = "";
  };
  return { box, draw };
};

/** @param {HTMLElement} place */
export const outputs = (place) => {
  const made = new Map();

  /** @param {Output[]} wanted */
  const draw = (wanted) => {
    for (const { id, name } of wanted) if (!made.has(id)) made.set(id, block(id, name));
    place.replaceChildren(...wanted.map(({ id }) => made.get(id).box));
    for (const one of wanted) made.get(one.id).draw(one);
  };
  return { draw };
};
