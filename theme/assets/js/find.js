// The finder: what is chosen lives in the address, and everything shown follows from it.
import { same, whose } from "./fit/answers.js";
import { box } from "./find/box.js";
import { cards } from "./find/cards.js";
import { chips } from "./find/chips.js";
import { conditions } from "./find/conditions.js";
import { download } from "./find/download.js";
import { empty } from "./find/empty.js";
import { filters } from "./find/filters.js";
import { fit } from "./find/fit.js";
import { results } from "./find/match.js";
import { notice } from "./find/notice.js";
import { panel } from "./find/panel.js";
import { searcher } from "./find/searcher.js";
import { sorting } from "./find/sorting.js";
import { changed, choose, FIT, read, sortedBy, tidy, ways, write } from "./find/state.js";
import { views } from "./find/views.js";
import { counted, noteOn } from "./find/words.js";
import { moved, renewed } from "./old_values.js";
import { element } from "./search/dom.js";

const finder = document.querySelector("[data-finder]");
const part = (name) => finder.querySelector(`[data-finder-${name}]`);
const form = part("form");
const status = part("status");
const select = finder.querySelector("#sort");
const NOTHING = { found: new Map() };

const depends = conditions(part("conditions"));
const boxes = filters(form);
const list = cards(part("cards"), depends, boxes.say);
const order = sorting(select, [...finder.querySelectorAll("[data-rule]")]);
const offered = { facets: boxes.offered, groups: boxes.groups, sorts: order.sorts, conditions: depends.ids };
const old = moved();
const told = notice(part("notice"));
/** A mark beside the address says that its answers are the ones that this device keeps. */
const markOf = (view) => ({ fit: view.fit.size && same(view.fit, place.own()) ? "own" : undefined });
const steps = views((view) => write(view, offered), markOf);

/** The view that an address asks for, with the reader's own answers where it has none but needs them. */
const opened = () => {
  const asked = read(renewed(location.search, old), offered);
  const sort = new URLSearchParams(location.search).get("sort");
  if (!asked.fit.size && sort !== FIT) return asked;
  const { answers } = whose({ asked: asked.fit, own: place.own(), isOurs: history.state?.fit === "own" });
  return sortedBy({ ...asked, fit: answers, lacksAnswers: !answers.size }, sort, offered);
};

/** What the open panel would apply. @type {import("./find/state.js").Chosen | undefined} */
let draft;
const answer = () => (state.q ? search.answerTo(state.q) ?? NOTHING : undefined);
const size = (chosen) => [...chosen.values()].reduce((sum, ids) => sum + ids.size, 0);

const drawFilters = () => {
  const chosen = draft ?? state.chosen;
  const rows = list.within(answer()?.found);
  boxes.draw(rows, chosen);
  side.draw(size(chosen), results(rows, chosen).length);
};

const drawStatus = (shown) => {
  const { q } = state;
  const isFiltered = state.chosen.size > 0;
  const known = answer();
  const found = list.within(known?.found).length;
  const waits = known === NOTHING;
  const words = waits ? `Looking for “${q}” …` : counted({ shown, all: found, q: known?.isLost ? "" : q, isFiltered });
  const note = known?.isLost ? "Search could not be loaded, so every case is shown." : noteOn(known);
  status.replaceChildren(words, ...(note ? [" ", element("span", { class: "finder__note", text: note })] : []));
  part("rules").hidden = !shown;
  files.draw(shown);
  nothing.draw({ isEmpty: !shown && !waits, found, q, elsewhere: known?.elsewhere ?? 0, isFiltered });
};

const draw = () => {
  drawFilters();
  drawStatus(list.draw(state, answer()?.found));
  list.mark(state.q, !state.q || Boolean(answer().isWhole));
  on.draw(chipsOf(state));
  order.draw(ways({ ...state, fit: state.fit.size ? state.fit : place.own() }, offered), state.sort);
  place.draw(state.fit);
  term.draw(state.q);
  told.draw(state);
};

const show = (view) => {
  state = view;
  draw();
  search.ask(view.q);
};

const commit = (change) => {
  const view = changed(state, change, offered);
  if ("q" in change) term.fill(view.q);
  steps.commit(view);
  show(view);
};

const chipsOf = ({ q, chosen }) => [
  ...(q ? [{ words: `Search: ${q}`, remove: () => commit({ q: "" }) }] : []),
  ...[...chosen].flatMap(([facet, ids]) => [...ids].map((id) => (
    { words: boxes.name(facet, id), remove: () => commit({ chosen: choose(state.chosen, facet, id, false) }) }))),
];

/** In the open panel a choice waits for "Apply"; else it holds at once. */
const change = (chosen) => {
  if (!side.isOpen()) return commit({ chosen });
  draft = chosen;
  return drawFilters();
};

/** Does what makes its own button go; the focus moves to what tells of it. */
const away = (act) => (...given) => {
  act(...given);
  status.focus();
};

const search = searcher(() => draw());
const place = fit(part("fit"), depends.ids, {
  use: away((answers) => commit({ fit: answers })),
  changed: () => {
    state = changed(state, { fit: place.own() }, offered);
    steps.replace(state);
    draw();
  },
});
const files = download(part("download"), () => [...part("cards").children].filter(({ hidden }) => !hidden).map(({ id }) => id));
const nothing = empty(part("none"), {
  filters: away(() => commit({ chosen: new Map() })),
  search: () => { commit({ q: "" }); term.focus(); },
});
const side = panel(form, part("side"), {
  apply: () => { if (draft) commit({ chosen: draft }); },
  discard: () => { draft = undefined; drawFilters(); },
  clear: () => change(new Map()),
});
const on = chips({ clear: () => commit({ q: "", chosen: new Map() }), fallback: status });
const term = box(part("search"), {
  typed: (text) => {
    state = changed(state, { q: tidy(text) }, offered);
    steps.draft(state);
    search.ask(state.q);
  },
  entered: (text) => commit({ q: tidy(text) }),
});

let state = opened();
if (state.fit.size || renewed(location.search, old) !== location.search) steps.replace(state);
status.tabIndex = -1;
part("bar").after(on.box);
part("hint").hidden = false;
part("plain").hidden = true;
part("sort").hidden = false;
form.addEventListener("change", ({ target }) => change(choose(draft ?? state.chosen, target.name, target.value, target.checked)));
form.addEventListener("focusout", () => setTimeout(drawFilters));
select.addEventListener("change", () => commit({ sort: select.value, fit: state.fit.size || select.value !== FIT ? state.fit : place.own() }));
addEventListener("popstate", () => {
  side.close();
  steps.leave();
  const view = opened();
  term.fill(view.q);
  show(view);
  boxes.unfold(state.chosen);
});

finder.classList.add("is-ready");
show(state);
boxes.unfold(state.chosen, !side.isNarrow());
