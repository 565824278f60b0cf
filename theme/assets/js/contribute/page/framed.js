// A question with what answers it and, where the schema has it, "not reported".
import { element } from "../../search/dom.js";
import { newId } from "./frame.js";

const NOT_REPORTED = "not reported";

/** "Not reported" is an honest answer where the schema has it: it puts the question aside and keeps what was typed. */
const silence = (field, path, form, body, redraw) => {
  if (!field.isSilent) return { show: () => {}, nodes: [] };
  const id = newId();
  const box = element("input", { type: "checkbox", id });
  let typed;
  box.addEventListener("change", () => {
    if (box.checked) typed = form.read(path());
    form.write(path(), box.checked ? NOT_REPORTED : typed);
    body.hidden = box.checked;
    if (!box.checked) redraw();
  });
  const show = () => {
    box.checked = form.read(path()) === NOT_REPORTED;
    body.hidden = box.checked;
  };
  return { show, nodes: [element("div", { class: "pick ask__silent" }, box, element("label", { for: id, text: "Not reported, or I do not know" }))] };
};

/** Joins a frame, what answers it and the box for "not reported". */
export const framed = (field, path, form, made, fill) => {
  const told = () => { if (form.read(path()) !== NOT_REPORTED) fill.show(); };
  const silent = silence(field, path, form, made.body, told);
  made.node.append(...silent.nodes);
  form.watch({ path, node: made.node, errors: made.errors, focus: fill.focus });
  return { node: made.node, show: () => { told(); silent.show(); } };
};
