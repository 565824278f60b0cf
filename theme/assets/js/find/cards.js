// The cards of the page: which are shown, in which order, and why.
import { fitOf } from "../fit/rank.js";
import { onCard } from "../fit/words.js";
import { element, withMarks } from "../search/dom.js";
import { results, why } from "./match.js";
import { sorted } from "./order.js";

const pairs = (text) => text.split(" ").filter(Boolean).map((one) => [one.slice(0, one.indexOf(":")), one.slice(one.indexOf(":") + 1)]);

/**
 * @param {HTMLElement} list
 * @param {import("./conditions.js").Conditions} conditions
 * @param {(reasons: [string, string[]][]) => string} say the chosen options that a case has, in words
 */
export const cards = (list, conditions, say) => {
  const rows = [...list.children].map((card) => ({
    card,
    id: card.id,
    has: new Set(card.dataset.options.split(" ")),
    at: new Map(pairs(card.dataset.orders).map(([order, at]) => [order, Number(at)])),
    conditions: conditions.of(card.id),
  }));
  let order = rows;

  /** The cases that search found, or all. @param {Map<string, any> | undefined} found */
  const within = (found) => (found ? rows.filter(({ id }) => found.has(id)) : rows);

  const arrange = (next) => {
    if (next.some((row, at) => row !== order[at])) list.append(...next.map(({ card }) => card));
    order = next;
  };

  /** @param {import("./state.js").State} state @param {Map<string, import("./query.js").Reason> | undefined} found @returns {number} how many are shown */
  const draw = ({ chosen, fit, sort }, found) => {
    const shown = new Set(results(within(found), chosen));
    for (const row of rows) {
      row.card.hidden = !shown.has(row);
      if (!shown.has(row)) continue;
      const reason = found?.get(row.id);
      tell(row, "fit", fit.size ? ["Fit", ` ${onCard(fitOf(row.conditions, fit), conditions.label)}`] : undefined);
      tell(row, "why", matching([reason?.why?.replace(/^Matches /, ""), say(why(row, chosen))]));
      tell(row, "text", reason?.excerpt && ["Mentioned in the text", " “… ", ...withMarks(reason.excerpt), " …”"]);
    }
    arrange(sorted(rows, sort, { found, fit }));
    return shown.size;
  };

  /** Says which search term the cards answer, and whether more may come. @param {string} q @param {boolean} isWhole */
  const mark = (q, isWhole) => {
    list.setAttribute("aria-busy", String(!isWhole));
    if (isWhole) list.dataset.query = q;
  };

  return { within, draw, mark };
};

/** What of the search term and of the filters a case has. @param {(string | undefined)[]} words */
const matching = (words) => (words.some(Boolean) ? ["Matches", ` ${words.filter(Boolean).join(" · ")}`] : undefined);

/** Says something on a card, below its summary: the first words are set off from the others. */
const tell = ({ card }, kind, said) => {
  const old = card.querySelector(`.card__${kind}`);
  if (!said) return old?.remove();
  const told = old ?? element("p", { class: `card__${kind}` });
  told.replaceChildren(element("strong", { text: said[0] }), ...said.slice(1));
  if (!old) card.querySelector(".card__summary").after(told);
  return undefined;
};
