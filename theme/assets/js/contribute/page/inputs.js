// Single answers: a line, a longer text, a number, a day, one choice. Each tells what is typed and shows what is given.
import { element } from "../../search/dom.js";
import { finder } from "./narrow.js";

/**
 * @typedef {{node: Node, focus: HTMLElement, show: (value: unknown) => void}} Input
 * @typedef {{id: string, name: string, described: string, change: (value: unknown) => void}} Wiring
 */

const asText = (value) => (typeof value === "string" || typeof value === "number" ? String(value) : "");
// Near the limit, and not before: a count that is always there hurries.
const NEAR = 0.8;

const counter = (most) => {
  const node = element("p", { class: "ask__count", hidden: true, role: "status" });
  const count = (text) => {
    const left = most - [...text].length;
    node.hidden = !most || left > most * (1 - NEAR);
    const words = left < 0 ? `${-left} too many` : `${left} left`;
    if (!node.hidden) node.textContent = `${words} of ${most} characters`;
    node.classList.toggle("is-over", left < 0);
  };
  return { node, count };
};

/** A line or, where answers are long, a box that grows. @returns {Input} */
const text = (field, wiring, isLong) => {
  const attributes = { id: wiring.id, "aria-describedby": wiring.described, autocomplete: "off" };
  const input = isLong ? element("textarea", { ...attributes, rows: String(field.rows ?? 3) }) : element("input", { ...attributes, type: "text" });
  const { node: count, count: recount } = counter(field.most);
  input.addEventListener("input", () => { recount(input.value); wiring.change(input.value); });
  return {
    node: element("div", {}, input, count),
    focus: input,
    show: (value) => { input.value = asText(value); recount(input.value); },
  };
};

/** Whole numbers are typed as text, so that the check can say what is wrong with anything else. @returns {Input} */
const number = (field, wiring) => {
  const input = element("input", { id: wiring.id, type: "text", inputmode: "numeric", class: "ask__number", "aria-describedby": wiring.described, autocomplete: "off" });
  input.addEventListener("input", () => {
    const typed = input.value.trim();
    wiring.change(/^\d{1,9}$/.test(typed) ? Number(typed) : typed);
  });
  return { node: input, focus: input, show: (value) => { input.value = asText(value); } };
};

/** @returns {Input} */
const day = (field, wiring) => {
  const input = element("input", { id: wiring.id, type: "date", class: "ask__day", "aria-describedby": wiring.described });
  input.addEventListener("input", () => wiring.change(input.value));
  return { node: input, focus: input, show: (value) => { input.value = asText(value); } };
};

/** A few choices, each with its meaning beside it. @returns {Input} */
const radios = (field, wiring) => {
  const boxes = field.choices.map((choice, at) => {
    const id = `${wiring.id}-${at}`;
    const input = element("input", { type: "radio", name: wiring.name, id, value: choice.id, ...(choice.definition ? { "aria-describedby": `${id}-means` } : {}) });
    input.addEventListener("change", () => wiring.change(choice.id));
    const means = choice.definition ? [element("p", { class: "pick__means", id: `${id}-means`, text: choice.definition })] : [];
    return { input, row: element("div", { class: "pick" }, input, element("div", {}, element("label", { for: id, text: choice.label }), ...means)) };
  });
  return {
    node: element("div", { class: "picks" }, ...boxes.map(({ row }) => row)),
    focus: boxes[0].input,
    show: (value) => { for (const { input } of boxes) input.checked = input.value === value; },
  };
};

/** The choices by their heading, in order. */
const grouped = (choices) => {
  const groups = new Map();
  for (const one of choices) groups.set(one.group ?? "", [...(groups.get(one.group ?? "") ?? []), one]);
  return groups;
};

const options = (choices) => {
  return [...grouped(choices)].flatMap(([group, members]) => {
    const made = members.map(({ id, label }) => element("option", { value: id, text: label }));
    return group ? [element("optgroup", { label: group }, ...made)] : made;
  });
};
/** Many choices: a list under headings; the meaning of what is chosen stands below it. @returns {Input} */
const select = (field, wiring) => {
  const box = element("select", { id: wiring.id, "aria-describedby": `${wiring.described} ${wiring.id}-means` });
  const means = element("p", { class: "pick__means", id: `${wiring.id}-means` });
  const known = new Map(field.choices.map((one) => [one.id, one]));
  let value = "";
  const offer = (choices) => {
    const strange = value && !known.has(value) ? [element("option", { value, text: value })] : [];
    box.replaceChildren(element("option", { value: "", text: "Choose…" }), ...strange, ...options(choices));
    box.value = value;
  };
  const explain = () => { means.textContent = known.get(value)?.definition ?? ""; };
  box.addEventListener("change", () => { value = box.value; explain(); wiring.change(value); });
  const search = finder(field, wiring, (choices) => offer(choices.some(({ id }) => id === value) || !known.has(value) ? choices : [known.get(value), ...choices]));
  return {
    node: element("div", { class: "picker" }, ...search, box, means),
    focus: box,
    show: (now) => { value = asText(now); offer(field.choices); explain(); },
  };
};

const MOST_RADIOS = 6;

/** The input that a kind of answer asks for. @param {import("./spec.js").Field} field @param {Wiring} wiring @returns {Input} */
export const input = (field, wiring) => {
  if (field.kind === "choice") return isSeveral(field) ? radios(field, wiring) : select(field, wiring);
  if (field.kind === "number") return number(field, wiring);
  if (field.kind === "day") return day(field, wiring);
  return text(field, wiring, field.kind === "text");
};

/** Whether the input is made of several, which a legend names. @param {import("./spec.js").Field} field */
export const isSeveral = (field) => field.kind === "choice" && !field.record && field.choices.length <= MOST_RADIOS;
