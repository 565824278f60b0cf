// Picks cases one by one: by title, searching as one types, or all that are on the reader's shortlist.
import { announce } from "../cases/announce.js";
import { element } from "../search/dom.js";
import { onUpdate, own } from "../shortlist/store.js";
import { matching } from "./matching.js";

const MOST = 12;

/**
 * @param {import("./texts.js").Quoted[]} all
 * @param {{pick: (id: string, on: boolean) => void, add: (ids: string[]) => void}} does
 */
export const picker = (all, { pick, add }) => {
  const search = element("input", { type: "search", id: "title", maxlength: "100", autocapitalize: "off", autocomplete: "off", "aria-describedby": "title-found" });
  const found = element("p", { class: "builder__found", id: "title-found" });
  const list = element("ul", { class: "builder__options" });
  const kept = element("button", { type: "button", class: "button--quiet" });
  const box = element(
    "div", { class: "builder__picker", role: "group", "aria-label": "Cases" },
    element("label", { for: "title", text: "Search the cases by title" }), search, found, list, kept,
  );
  const items = new Map(all.map((one) => [one.id, item(one)]));

  function item({ id, title, where, years }) {
    const input = element("input", { type: "checkbox", value: id });
    const words = element("span", {}, title, " ", element("span", { class: "builder__where", text: `${where} · ${years}` }));
    return { input, row: element("li", {}, element("label", {}, input, words)) };
  }

  const told = (many) => {
    if (!many) return "No title has all of these words.";
    return many > MOST ? `${MOST} of ${many} cases are shown. Type to find others.` : `${many} ${many === 1 ? "case" : "cases"}.`;
  };

  const drawList = () => {
    const fitting = matching(all, search.value);
    found.textContent = told(fitting.length);
    list.replaceChildren(...fitting.slice(0, MOST).map(({ id }) => items.get(id).row));
  };

  const drawKept = () => {
    const ids = own().map(({ id }) => id).filter((id) => items.has(id));
    kept.hidden = !ids.length;
    kept.textContent = `Add those on my shortlist (${ids.length})`;
  };

  /** @param {string[]} ids those that are picked */
  const draw = (ids) => { for (const [id, { input }] of items) input.checked = ids.includes(id); };

  search.addEventListener("input", () => { drawList(); announce(found.textContent); });
  list.addEventListener("change", ({ target }) => pick(target.value, target.checked));
  kept.addEventListener("click", () => add(own().map(({ id }) => id).filter((id) => items.has(id))));
  onUpdate(drawKept);
  drawList();
  drawKept();
  return { box, draw };
};
