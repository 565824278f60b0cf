// The rows of the plan: each can be filled in, removed and brought back.
import { announce } from "../cases/announce.js";
import { element } from "../search/dom.js";
import { field } from "./fields.js";
import { says } from "./plan.js";

/**
 * @param {import("./plan.js").Part} part @param {(id: string | undefined) => HTMLOptionElement[]} choices the cases to choose from
 * @param {() => void} changed
 */
export const rowList = (part, choices, changed) => {
  /** @type {{answers: import("./plan.js").Row, gone: boolean, box: HTMLElement, legend: HTMLElement, off: HTMLElement, gap: HTMLElement, undo: HTMLElement}[]} */
  let list = [];
  let made = 0;
  const box = element("ol", { class: "plan__rows" });
  const add = element("button", { type: "button", class: "button--quiet plan__add", text: "Add a row" });

  const left = () => list.filter(({ gone }) => !gone);
  const draw = () => {
    box.replaceChildren(...list.map((one) => (one.gone ? one.gap : one.box)));
    left().forEach((one, at) => {
      one.legend.textContent = `Row ${at + 1}`;
      one.off.setAttribute("aria-label", `Remove row ${at + 1}`);
    });
  };
  const setGone = (one, gone) => {
    const name = one.legend.textContent;
    one.gone = gone;
    one.gap.firstChild.textContent = `${name} is removed.`;
    draw();
    changed();
    (gone ? one.undo : one.off).focus();
    announce(gone ? `${name} is removed.` : `${one.legend.textContent} is back.`);
  };

  const make = (answers) => {
    made += 1;
    const key = `plan-row-${made}`;
    const own = { ...answers };
    const write = (id) => (text) => { own[id] = text; changed(); };
    const fields = part.fields.map((one) => field(one, `${key}-${one.id}`, own[one.id], write(one.id), () => choices(own.case)));
    const legend = element("legend");
    const off = element("button", { type: "button", class: "button--quiet plan__off", text: "Remove" });
    const undo = element("button", { type: "button", class: "button--quiet", text: "Undo" });
    const one = { answers: own, gone: false, legend, off, undo };
    one.box = element("li", { class: "plan__row" }, element("fieldset", {}, legend, element("div", { class: "plan__cells" }, ...fields), off));
    one.gap = element("li", { class: "plan__gap" }, element("span"), " ", undo);
    off.addEventListener("click", () => setGone(one, true));
    undo.addEventListener("click", () => setGone(one, false));
    return one;
  };

  /** Adds rows at the end, filled ones in the place of empty ones, and goes to the first of them. @param {import("./plan.js").Row[]} rows */
  const append = (rows) => {
    const fresh = rows.map(make);
    list = [...(rows.some(says) ? list.filter(({ gone, answers }) => gone || says(answers)) : list), ...fresh];
    draw();
    changed();
    fresh[0]?.box.querySelector("input, textarea, select").focus();
  };
  add.addEventListener("click", () => append([{}]));

  /** Shows these rows and no others. @param {import("./plan.js").Row[]} rows */
  const show = (rows) => { list = (rows.length ? rows : [{}]).map(make); draw(); };
  return { box, add, append, show, rows: () => left().map(({ answers }) => answers) };
};
