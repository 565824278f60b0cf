// The sections of the story as questions; sections that only a record has are kept and shown under their own heading.
import { element } from "../../search/dom.js";
import { frame } from "./frame.js";
import { input } from "./inputs.js";
import { cited } from "./sources.js";

/** The story with every section that is asked for, in their order; sections of the record's own stay where they were. */
export const whole = (story, asked) => {
  const missing = asked.filter(({ heading }) => !story.some((one) => one.heading === heading));
  const all = missing.reduce((told, { heading }) => {
    const later = asked.slice(asked.findIndex((one) => one.heading === heading) + 1).map((one) => one.heading);
    const at = told.findIndex((one) => later.includes(one.heading));
    const made = { heading, text: "", format: "plain" };
    return at < 0 ? [...told, made] : [...told.slice(0, at), made, ...told.slice(at)];
  }, story);
  return all;
};

/**
 * The sections that a group asks for.
 * @param {import("./spec.js").Spec} spec @param {string} group @param {import("./fields.js").Form} form
 */
export const story = (spec, group, form) => {
  const kind = form.kind();
  const asked = spec.sections(kind);
  const headings = asked.map(({ heading }) => heading);
  const place = (heading) => form.readStory().findIndex((one) => one.heading === heading);
  const textAt = (heading) => form.readStory()[place(heading)]?.text ?? "";
  const strange = form.readStory().filter(({ heading, text }) => !headings.includes(heading) && text.trim());
  const own = asked.filter((one) => one.group === group);
  const kept = group === (asked.at(-1)?.group ?? group)
    ? strange.map(({ heading }) => ({ heading, question: heading || "More of the story", help: "This section is in the record already.", isRequired: true }))
    : [];
  return [...own, ...kept].map((section) => {
    const made = frame(section, { isGroup: false, isRequired: section.isRequired });
    const wiring = {
      id: made.inputId, name: made.name, described: made.described,
      change: (text) => form.writeStory(form.readStory().map((one) => (one.heading === section.heading ? { ...one, text } : one))),
    };
    const answer = input({ kind: "text", rows: 7 }, wiring);
    const show = () => answer.show(textAt(section.heading));
    made.body.append(answer.node, citing(answer, form, wiring.change, show));
    form.watch({ path: () => ["story", place(section.heading)], node: made.node, errors: made.errors, focus: () => answer.focus });
    return { node: made.node, show };
  });
};

/** Buttons that put the mark of a source behind the paragraph in which one writes. */
const citing = ({ focus: box }, form, change, show) => {
  const list = element("span", { class: "citing__sources" });
  const draw = () => list.replaceChildren(...form.sources().map(({ id, label }, at) => {
    const made = element("button", { type: "button", class: "button--quiet button--small", "aria-label": `Cite ${label}`, text: `Source ${at + 1}` });
    made.addEventListener("click", () => {
      const next = cited(box.value, box.selectionStart, form.idOf(at) ?? id);
      change(next.text);
      show();
      box.focus();
      box.setSelectionRange(next.cursor, next.cursor);
    });
    return made;
  }));
  form.onSources(draw);
  return element("p", { class: "citing" }, "Which source tells this? Put its mark behind the paragraph. Every number needs one, and every source is cited: ", list);
};
