// The finder: what is chosen lives in the address, and everything shown follows from it.
import { element } from "./search/dom.js";
import { cards } from "./find/cards.js";
import { chips } from "./find/chips.js";
import { filters } from "./find/filters.js";
import { results } from "./find/match.js";
import { panel } from "./find/panel.js";
import { choose, read, write } from "./find/state.js";

const finder = document.querySelector("[data-finder]");
const part = (name) => finder.querySelector(`[data-finder-${name}]`);
const form = part("form");
const status = part("status");
const sorting = finder.querySelector("#sort");
const notice = element("p", { class: "finder__notice", hidden: true });

const boxes = filters(form);
const list = cards(part("cards"));
const offered = { facets: boxes.offered, sorts: [...sorting.options].map(({ value }) => value) };

let state = read(location.search, offered);
/** What the open panel would apply. @type {import("./find/state.js").Chosen | undefined} */
let draft;

const size = (chosen) => [...chosen.values()].reduce((sum, ids) => sum + ids.size, 0);

const counted = (shown, all, isFiltered) => {
  if (!isFiltered) return `${all} cases`;
  return shown ? `${shown} of ${all} cases` : "No case fits all of these filters. Take one off to see more.";
};

const say = (reasons) => reasons
  .map(([facet, ids]) => `${boxes.facetLabel(facet)}: ${ids.map((id) => boxes.labelOf(facet, id)).join(", ")}`)
  .join(" · ");

const drawFilters = () => {
  const chosen = draft ?? state.chosen;
  boxes.draw(list.rows, chosen);
  side.draw(size(chosen), results(list.rows, chosen).length);
};

const draw = () => {
  drawFilters();
  const shown = list.draw(state, say);
  on.draw(state.chosen);
  sorting.value = state.sort;
  for (const rule of finder.querySelectorAll("[data-rule]")) rule.hidden = rule.dataset.rule !== state.sort;
  status.replaceChildren(counted(shown, list.rows.length, state.chosen.size > 0));
  notice.hidden = !state.unknown.length;
  notice.textContent = `The link asks for what is no filter here: ${state.unknown.join(", ")}. The rest of it is on.`;
};

const commit = (change) => {
  state = { ...state, unknown: [], ...change };
  const query = write(state, offered);
  if (query !== location.search) history.pushState(null, "", `${location.pathname}${query}`);
  draw();
};

/** In the open panel a choice waits for "Apply"; else it holds at once. */
const change = (chosen) => {
  if (!side.isOpen()) return commit({ chosen });
  draft = chosen;
  return drawFilters();
};

const side = panel(form, part("side"), {
  apply: () => { if (draft) commit({ chosen: draft }); },
  discard: () => { draft = undefined; drawFilters(); },
  clear: () => change(new Map()),
});
const on = chips(boxes.name, {
  remove: (facet, id) => commit({ chosen: choose(state.chosen, facet, id, false) }),
  clear: () => commit({ chosen: new Map() }),
  fallback: status,
});

status.tabIndex = -1;
part("bar").before(notice);
part("bar").after(on.box);
part("hint").hidden = false;
part("plain").hidden = true;
part("sort").hidden = false;
form.addEventListener("change", ({ target }) => change(choose(draft ?? state.chosen, target.name, target.value, target.checked)));
form.addEventListener("focusout", () => setTimeout(drawFilters));
sorting.addEventListener("change", () => commit({ sort: sorting.value }));
addEventListener("popstate", () => {
  side.close();
  state = read(location.search, offered);
  boxes.unfold(state.chosen);
  draw();
});

finder.classList.add("is-ready");
draw();
boxes.unfold(state.chosen, !side.isNarrow());
