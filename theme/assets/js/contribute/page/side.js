// Beside the form: the steps with their progress or, on demand, the page as it will look. On a phone the preview takes the
// place of the form.
import { element } from "../../search/dom.js";
import { preview } from "./preview.js";
import { steps } from "./steps.js";

/**
 * @param {import("./spec.js").Spec} spec
 * @param {() => import("./data.js").Values} shown the values as they would be written
 * @param {HTMLElement} state says whether the draft is kept
 */
export const side = (spec, shown, state) => {
  const way = steps(spec);
  const page = element("div");
  const box = element(
    "section", { class: "preview", "aria-labelledby": "preview", id: "preview-box", hidden: true },
    element("h2", { id: "preview", tabindex: "-1", text: "Preview: nobody sees this but you" }), page,
  );
  const toggle = element("button", { type: "button", class: "button--quiet", "aria-expanded": "false", "aria-controls": "preview-box", text: "Preview" });

  const drawPage = () => { if (!box.hidden) page.replaceChildren(preview(shown(), spec)); };
  toggle.addEventListener("click", () => {
    box.hidden = !box.hidden;
    way.node.hidden = !box.hidden;
    toggle.setAttribute("aria-expanded", String(!box.hidden));
    toggle.textContent = box.hidden ? "Preview" : "Close the preview";
    drawPage();
    if (box.hidden) toggle.focus();
    else box.querySelector("h2").focus();
  });

  const draw = (values, isWrong) => {
    way.draw(values, isWrong);
    drawPage();
  };
  return {
    node: element("div", { class: "side" }, element("div", { class: "bar" }, toggle, state), way.node, box),
    draw,
    /** Where only one entry is asked for there are no steps, and nothing to preview. */
    isNeeded: (is) => { way.node.hidden = !is || !box.hidden; toggle.hidden = !is; box.hidden = box.hidden || !is; },
  };
};
