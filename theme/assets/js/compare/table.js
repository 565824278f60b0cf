// Fills the page's blank grid with cases: a column for each, and in each row what is told and whether it differs.
import { lines } from "../cases/lines.js";
import { href } from "../cases/data.js";
import { difference, isAlike, ROWS } from "../cases/rows.js";
import { element } from "../search/dom.js";

const LETTERS = "ABCD";

const head = (one, at, remove) => {
  const button = element(
    "button", { type: "button", class: "button--quiet compare__remove", "data-remove": true },
    "Remove", element("span", { class: "visually-hidden", text: ` (${one.title})` }),
  );
  button.addEventListener("click", () => remove(one.id, at));
  return element(
    "th", { scope: "col", role: "columnheader", class: "compare__case" },
    element("span", { class: "kicker", text: `${LETTERS[at]} · ${one.where} · ${one.years}` }),
    element("a", { href: href(one.address), text: one.title }),
    ...(one.status.id === "proposed" ? [element("span", { class: "tag tag--status tag--proposed", text: "Proposed: an idea, not evidence" })] : []),
    button,
  );
};

/** A value; on a phone, where columns stand below each other, it says whose it is. */
const cell = (value, one, at) => element(
  "td", { role: "cell" },
  element("span", { class: "compare__whose", text: `${LETTERS[at]} · ${one.place.name}` }),
  lines(value),
);

/** @param {HTMLTableElement} grid @param {(id: string, at: number) => void} remove */
export const table = (grid, remove) => {
  const top = grid.tHead.rows[0];
  const body = [...grid.tBodies[0].rows].map((row) => ({ row, key: row.dataset.row, label: row.cells[0] }));

  const mark = (label, { id, words }, several) => {
    label.querySelector(".compare__mark")?.remove();
    if (several) label.append(" ", element("span", { class: `compare__mark compare__mark--${id}`, text: words }));
  };

  /** @param {object[]} cases @param {boolean} only whether rows without a difference are left out */
  const draw = (cases, only) => {
    const several = cases.length > 1;
    grid.dataset.columns = `${cases.length}`;
    top.replaceChildren(top.cells[0], ...cases.map((one, at) => head(one, at, remove)));
    for (const { row, key, label } of body) {
      const values = cases.map(ROWS[key]);
      const found = difference(values);
      row.replaceChildren(label, ...values.map((value, at) => cell(value, cases[at], at)));
      row.hidden = only && several && isAlike(found);
      mark(label, found, several);
    }
  };

  const told = () => `${body.filter(({ row }) => !row.hidden).length} of ${body.length} rows are shown.`;
  const removers = () => [...top.querySelectorAll("[data-remove]")];
  return { draw, told, removers };
};
