// The cards of the page: which are shown, in which order, and why.
import { element } from "../search/dom.js";
import { results, sorted, why } from "./match.js";

const pairs = (text) => text.split(" ").filter(Boolean).map((one) => [one.slice(0, one.indexOf(":")), one.slice(one.indexOf(":") + 1)]);

/** @param {HTMLElement} list */
export const cards = (list) => {
  const rows = [...list.children].map((card) => ({
    card,
    has: new Set(card.dataset.options.split(" ")),
    at: new Map(pairs(card.dataset.orders).map(([order, at]) => [order, Number(at)])),
  }));
  let order;

  /** @returns {number} how many are shown */
  const draw = ({ chosen, sort }, say) => {
    const shown = new Set(results(rows, chosen));
    for (const row of rows) {
      row.card.hidden = !shown.has(row);
      tell(row, shown.has(row) ? say(why(row, chosen)) : "");
    }
    if (sort !== order) list.append(...sorted(rows, sort).map(({ card }) => card));
    order = sort;
    return shown.size;
  };

  return { rows, draw };
};

/** Says on a card which chosen options it has. */
const tell = ({ card }, reason) => {
  const old = card.querySelector(".card__why");
  if (!reason) return old?.remove();
  const told = old ?? element("p", { class: "card__why" });
  told.replaceChildren(element("strong", { text: "Matches" }), ` ${reason}`);
  if (!old) card.querySelector(".card__summary").after(told);
  return undefined;
};
