// The sections of the story as questions; sections that only a record has are kept and shown under their own heading.
import { element } from "../../search/dom.js";
import { frame } from "./frame.js";
import { input } from "./inputs.js";
import { cited } from "./sources.js";

/** @param {Section[]} story @param {string} heading */
const textOf = (story, heading) => story.find((one) => one.heading === heading)?.text ?? "";

/** The story with another text under a heading; the sections stand in the order of `headings`, others where they were. */
export const withText = (story, heading, text, headings) => {
  const known = story.some((one) => one.heading === heading);
  const next = known
    ? story.map((one) => (one.heading === heading ? { ...one, text } : one))
    : [...story, { heading, text, format: "plain" }];
  const place = (one) => { const at = headings.indexOf(one.heading); return at < 0 ? headings.length : at; };
  return known ? next : next.sort((one, other) => place(one) - place(other));
};

/**
 * The sections that a group asks for.
 * @param {import("./spec.js").Spec} spec @param {string} group @param {import("./fields.js").Form} form
 */
export const story = (spec, group, form) => {
  const kind = form.kind();
  const asked = spec.sections(kind);
  const headings = asked.map(({ heading }) => heading);
  const strange = form.readStory().filter(({ heading }) => !headings.includes(heading));
  const own = asked.filter((one) => one.group === group);
  const kept = group === (asked.at(-1)?.group ?? group)
    ? strange.map(({ heading }) => ({ heading, question: heading, help: "This section is in the record already.", isRequired: true }))
    : [];
  return [...own, ...kept].map((section) => {
    const made = frame(section, { isGroup: false, isRequired: section.isRequired });
    const wiring = {
      id: made.inputId, name: made.name, described: made.described,
      change: (text) => form.writeStory(withText(form.readStory(), section.heading, text, headings)),
    };
    const answer = input({ kind: "text", rows: 7 }, wiring);
    const show = () => answer.show(textOf(form.readStory(), section.heading));
    made.body.append(answer.node, citing(answer, form, wiring.change, show));
    form.watch({ path: () => ["story", section.heading], node: made.node, errors: made.errors, focus: () => answer.focus });
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
  return element("p", { class: "citing" }, "A number needs its source. Put the mark of a source behind the paragraph: ", list);
};
