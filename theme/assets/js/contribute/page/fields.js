// Whole answers: a frame with what answers it, made for one place of the values. A place is a function, because the
// number of an entry changes when an entry before it is taken away.
import { element } from "../../search/dom.js";
import { entries } from "./entries.js";
import { frame, newId } from "./frame.js";
import { framed } from "./framed.js";
import { input, isSeveral } from "./inputs.js";
import { wayOf } from "./sources.js";

/**
 * @typedef {import("./data.js").Path} Path
 * @typedef {{node: HTMLElement, show: () => void}} Control `show` draws what the values hold at its place
 * @typedef {{
 *   read: (path: Path) => unknown, write: (path: Path, value: unknown) => void, announce: (words: string) => void,
 *   watch: (one: {path: () => Path, node: HTMLElement, errors: HTMLElement, focus: () => HTMLElement}) => void,
 *   isRequired: (field: Field, isInside: boolean) => boolean,
 * }} Form
 * @typedef {import("./spec.js").Field} Field
 */

/** One answer of one value. @returns {Control} */
const single = (field, path, form, isInside) => {
  const made = frame(field, { isGroup: isSeveral(field), isRequired: form.isRequired(field, isInside) });
  const wiring = { id: made.inputId, name: made.name, described: made.described, change: (value) => form.write(path(), value) };
  const answer = input(field, wiring);
  made.body.append(answer.node);
  const show = () => answer.show(form.read(path()));
  return framed(field, path, form, made, { show, focus: () => answer.focus });
};

/** Several terms of a list, to tick. @returns {Control} */
const ticks = (field, path, form, isInside) => {
  const made = frame(field, { isGroup: true, isRequired: form.isRequired(field, isInside) });
  const chosen = () => { const value = form.read(path()); return Array.isArray(value) ? value : []; };
  const boxes = field.choices.map((choice) => {
    const id = newId();
    const box = element("input", { type: "checkbox", id, value: choice.id, ...(choice.definition ? { "aria-describedby": `${id}-means` } : {}) });
    box.addEventListener("change", () => {
      const others = chosen().filter((one) => one !== choice.id);
      form.write(path(), box.checked ? [...others, choice.id] : others);
    });
    const means = choice.definition ? [element("p", { class: "pick__means", id: `${id}-means`, text: choice.definition })] : [];
    return { box, row: element("div", { class: "pick" }, box, element("div", {}, element("label", { for: id, text: choice.label }), ...means)) };
  });
  made.body.append(element("div", { class: "picks picks--many" }, ...boxes.map(({ row }) => row)));
  const show = () => { for (const { box } of boxes) box.checked = chosen().includes(box.value); };
  return framed(field, path, form, made, { show, focus: () => boxes[0].box });
};

/** Several questions about one thing. @returns {Control} */
const group = (field, path, form, isInside) => {
  const made = frame(field, { isGroup: true, isRequired: form.isRequired(field, isInside) });
  const inside = parts(field.fields, path, form);
  const nodes = (isLater) => inside.filter((_, at) => Boolean(field.fields[at].isLater) === isLater).map(({ node }) => node);
  made.body.append(element("div", { class: "ask__parts" }, ...nodes(false)), ...folded(nodes(true)));
  const focus = () => made.body.querySelector("input, select, textarea, button");
  return framed(field, path, form, made, { show: () => inside.forEach((one) => one.show()), focus });
};

/** Questions that few need, folded up. @param {Node[]} nodes */
export const folded = (nodes) => (nodes.length ? [element("details", { class: "later" }, element("summary", { text: "More, if you like" }), ...nodes)] : []);

/** The answers to questions that belong together. @param {Field[]} fields @param {() => Path} path @param {Form} form */
export const parts = (fields, path, form) => fields.map((field) => control(field, () => [...path(), field.name], form, true));

/** Something that can be said several times. @returns {Control} */
const several = (field, path, form, isInside) => {
  const made = frame(field, { isGroup: true, isRequired: form.isRequired(field, isInside) });
  const inner = (place) => (field.ways ? ways(field, place, form) : parts(field.fields, place, form));
  const make = field.fields ? inner : (place) => [bare(field, place, form)];
  const list = entries(field, path, form, make);
  made.body.append(list.node);
  return framed(field, path, form, made, list);
};

/** An entry that is one of several kinds: only the questions of its kind are asked. @returns {Control[]} */
const ways = (field, place, form) => {
  const asked = parts(field.fields, place, form);
  const own = new Map(field.fields.map(({ name }, at) => [name, asked[at]]));
  const put = new Map();
  let way;
  const draw = () => {
    for (const other of field.ways) for (const name of other.fields) if (own.has(name)) own.get(name).node.hidden = other !== way;
  };
  /** What was said in another way is put aside, and comes back with it. */
  const choose = (id) => {
    const entry = form.read(place()) ?? {};
    const named = field.ways.flatMap(({ fields }) => fields);
    put.set(way, Object.fromEntries(Object.entries(entry).filter(([name]) => named.includes(name))));
    way = field.ways.find((one) => one.id === id);
    const rest = Object.fromEntries(Object.entries(entry).filter(([name]) => !named.includes(name)));
    const name = entry.id ? { id: form.idFor(way.id, entry.id) } : {};
    form.write(place(), { ...rest, ...name, ...(put.get(way) ?? form.fresh(field.fields.filter(({ name }) => way.fields.includes(name)))) });
    draw();
    asked.forEach((one) => one.show());
  };
  const made = frame({ question: "What kind of source is it?", help: "" }, { isGroup: true, isRequired: true });
  const answer = input({ kind: "choice", choices: field.ways }, { id: made.inputId, name: made.name, described: made.described, change: choose });
  made.body.append(answer.node);
  const show = () => {
    way = wayOf(form.read(place()), field.ways) ?? way ?? field.ways[0];
    answer.show(way.id);
    draw();
  };
  return [{ node: made.node, show }, ...asked];
};

/** An input of a list of texts: the list has the question, the input only a name. */
const bare = (field, path, form) => {
  const errors = element("div", { class: "ask__errors", id: newId() });
  const id = newId();
  const name = element("label", { class: "visually-hidden", for: id });
  const answer = input({ ...field, kind: "line" }, { id, name: id, described: errors.id, change: (value) => form.write(path(), value) });
  const node = element("div", { class: "ask ask--bare" }, name, errors, answer.node);
  form.watch({ path, node, errors, focus: () => answer.focus });
  return { node, show: () => { name.textContent = `${field.item} ${path().at(-1) + 1}`; answer.show(form.read(path())); } };
};

/** Which of several sources says so: with one source there is nothing to choose. @returns {Control} */
const source = (field, path, form) => {
  const made = frame(field, { isGroup: false, isRequired: field.isRequired });
  const box = element("select", { id: made.inputId, "aria-describedby": made.described });
  box.addEventListener("change", () => form.write(path(), box.value));
  made.body.append(box);
  const show = () => {
    const sources = form.sources();
    const chosen = form.read(path()) ?? "";
    made.node.hidden = sources.length < 2 && !chosen;
    const strange = sources.some(({ id }) => id === chosen) || !chosen ? [] : [{ id: chosen, label: chosen }];
    const choices = [{ id: "", label: "Choose…" }, ...sources, ...strange];
    box.replaceChildren(...choices.map(({ id, label }) => element("option", { value: id, text: label })));
    box.value = chosen;
  };
  form.onSources(() => { if (made.node.isConnected) show(); });
  form.watch({ path, node: made.node, errors: made.errors, focus: () => box });
  return { node: made.node, show };
};

/** The sections of the report that is chosen beside it. @returns {Control} */
const section = (field, path, form, isInside) => {
  const report = () => form.read([...path().slice(0, -1), "document"]);
  let shown;
  const holder = element("div", { class: "ask__holder" });
  let inner;
  const show = () => {
    if (shown !== report() || !inner) {
      shown = report();
      inner = single({ ...field, choices: form.sectionsOf(shown) }, path, form, isInside);
      holder.replaceChildren(inner.node);
    }
    inner.show();
  };
  form.onSources(() => { if (holder.isConnected && shown !== report()) show(); });
  return { node: holder, show };
};

const KINDS = { group, ticks, entries: several, list: several };
const RECORDS = { section };
const FILLS = { source };

/** The control of a field. @param {Field} field @param {() => Path} path @param {Form} form @returns {Control} */
export const control = (field, path, form, isInside = false) => (FILLS[field.fill] ?? RECORDS[field.record] ?? KINDS[field.kind] ?? single)(field, path, form, isInside);
