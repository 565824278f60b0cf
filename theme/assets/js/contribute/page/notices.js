// What the reader must know before going on: what went wrong with the draft, and which case is being changed.
import { element } from "../../search/dom.js";

export const notices = () => {
  const warning = element("div", { role: "status" });
  const which = element("div");

  /** Says something, with buttons to choose from; without words, takes it back. @param {string} [strong] @param {string} [more] @param {[string, () => void][]} [choices] */
  const say = (strong, more = "", choices = []) => {
    const buttons = choices.map(([words, act], at) => {
      const made = element("button", { type: "button", ...(at ? { class: "button--quiet" } : {}), text: words });
      made.addEventListener("click", act);
      return made;
    });
    const shown = [element("p", {}, element("strong", { text: strong ?? "" }), ` ${more}`), ...(buttons.length ? [element("div", { class: "contribute__acts" }, ...buttons)] : [])];
    const now = strong ? [element("div", { class: "notice notice--warn" }, ...shown)] : [];
    if (warning.textContent !== now.map((one) => one.textContent).join("")) warning.replaceChildren(...now);
  };

  /** Tells which case is being changed. */
  const tell = (of, only, titleOf, root) => {
    const link = element("a", { href: `${root}/case_studies/${of}/`, text: titleOf(of) });
    const words = only ? ["You add to this case: ", link, ". Two answers are enough."] : ["You change this case: ", link, ". What you leave alone stays as it is."];
    which.replaceChildren(...(of ? [element("p", { class: "notice" }, ...words)] : []));
  };

  /** Tells which gap of the map the case is to fill. @param {{answer: Record<string, string>, level?: string}} asked @param {import("./spec.js").Spec} spec */
  const gap = ({ answer: { need, approach }, level }, spec) => {
    const words = [
      need && `that met the need “${spec.label("needs", need)}”`,
      approach && `with the approach “${spec.label("approaches", approach)}”`,
      level && `with an outcome at the level “${spec.label("outcome_levels", level)}”`,
    ].filter(Boolean);
    if (words.length) which.replaceChildren(element("p", { class: "notice", "data-missing": true }, element("strong", { text: "What is missing:" }), ` a case ${words.join(" ")}.`));
  };

  return { gap, node: element("div", { class: "contribute__notices" }, warning, which), say, tell };
};
