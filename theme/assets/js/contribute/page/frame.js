// What stands around every answer: the question, its help, a good and a poor example, and what is wrong with the answer.
import { element } from "../../search/dom.js";

let last = 0;
/** A name for an element that no other has. */
export const newId = () => `f-${(last += 1)}`;

const example = (name, text, why) => element("div", {}, element("dt", { text: name }), element("dd", {}, text, ...(why ? [" ", element("span", { class: "ask__why", text: why })] : [])));

/** Both examples, folded up. */
const examples = ({ good, poor }) => (good || poor
  ? [element(
    "details", { class: "ask__examples" }, element("summary", { text: good && poor ? "A good and a poor example" : "An example" }),
    element("dl", {}, ...(good ? [example("Good", good)] : []), ...(poor ? [example("Poor", poor.text, poor.why)] : [])),
  )]
  : []);

const NEED = { yes: [], no: [element("span", { class: "ask__optional", text: " (optional)" })] };

/**
 * The frame of one question. What answers it goes into `body`; a group of inputs is a fieldset with the question as its
 * legend.
 * @param {import("./spec.js").Field} field
 * @param {{isGroup: boolean, isRequired: boolean}} how
 */
export const frame = (field, { isGroup, isRequired }) => {
  const id = newId();
  const question = field.question || field.title;
  const optional = NEED[isRequired ? "yes" : "no"].map((one) => one.cloneNode(true));
  const errors = element("div", { class: "ask__errors", id: `${id}-errors` });
  const help = field.help ? [element("p", { class: "ask__help", id: `${id}-help`, text: field.help })] : [];
  const described = [...(help.length ? [`${id}-help`] : []), `${id}-errors`].join(" ");
  const head = isGroup
    ? element("legend", { class: "ask__question" }, question, ...optional)
    : element("label", { class: "ask__question", for: `${id}-in` }, question, ...optional);
  const body = element("div", { class: "ask__body" });
  const node = element(
    isGroup ? "fieldset" : "div", { class: "ask", id, ...(isGroup ? { "aria-describedby": described } : {}) },
    head, ...help, ...examples(field), errors, body,
  );
  return { node, body, errors, inputId: `${id}-in`, described, name: id };
};

/** Says what is wrong next to an answer, or takes that back. @param {HTMLElement} errors @param {string[]} messages */
export const tell = (errors, messages) => {
  const now = messages.map((message) => element("p", { class: "ask__error" }, element("span", { class: "visually-hidden", text: "Error: " }), message));
  const was = [...errors.children].map((one) => one.textContent);
  if (was.join("\n") !== now.map((one) => one.textContent).join("\n")) errors.replaceChildren(...now);
};
