// Where one stands: the groups of the form, each with its progress in words.
import { element } from "../../search/dom.js";
import { at, isSaid } from "./data.js";

/** How far the answers of a group have come, in words. No DOM. */
export const progress = (asked) => {
  const answered = asked.filter(({ isAnswered }) => isAnswered).length;
  const due = asked.filter(({ isAnswered, isRequired }) => isRequired && !isAnswered).length;
  if (answered === asked.length) return "all answered";
  return due ? `${due} still to answer` : "all that is needed is answered";
};

/**
 * The questions of a group: answered are those that say something in which nothing is wrong. No DOM.
 * @param {(path: import("./data.js").Path) => boolean} isWrong
 */
export const questions = (group, spec, values, isWrong) => {
  const needed = spec.required(values.kind);
  const asked = group.fields.filter(({ isLater }) => !isLater).map((field) => ({
    isRequired: needed.has(field.name),
    isAnswered: field.fill === "kind" || (isSaid(at(values.fields, [field.name])) && !isWrong([field.name])),
  }));
  const told = spec.sections(values.kind).filter((one) => one.group === group.id).map((one) => ({
    isRequired: one.isRequired,
    isAnswered: values.story.some(({ heading, text }, place) => heading === one.heading && text.trim() !== "" && !isWrong(["story", place])),
  }));
  return [...asked, ...told];
};

/** @param {import("./spec.js").Spec} spec */
export const steps = (spec) => {
  const list = element("ol", { class: "steps" });
  const node = element("nav", { "aria-label": "Steps" }, list);
  let rows = [];

  const row = (group) => {
    const state = element("span", { class: "steps__state" });
    const link = element("a", { href: `#group-${group.id}` }, element("span", { class: "steps__name", text: group.title }), " ", state);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const title = document.getElementById(`group-${group.id}`);
      title.focus({ preventScroll: true });
      title.scrollIntoView();
    });
    return { group, state, link };
  };

  /** @param {(path: import("./data.js").Path) => boolean} isWrong whether anything at a place is to put right */
  const draw = (values, isWrong) => {
    const groups = spec.asked(values.kind);
    if (rows.map(({ group }) => group.id).join() !== groups.map(({ id }) => id).join()) {
      rows = groups.map(row);
      list.replaceChildren(...rows.map(({ link }) => element("li", {}, link)));
    }
    for (const { group, state } of rows) {
      const words = progress(questions(group, spec, values, isWrong));
      if (state.textContent !== words) state.textContent = words;
    }
  };
  return { node, draw };
};
