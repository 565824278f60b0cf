// The link builder: what is chosen lives in the address, and every text follows from it.
import { caseList, page as dataOf, quoted } from "./cases/data.js";
import { notices } from "./cases/notices.js";
import { chips } from "./find/chips.js";
import { filters } from "./find/filters.js";
import { results } from "./find/match.js";
import { choose } from "./find/state.js";
import { offered as offeredFor } from "./for_guidance/offered.js";
import { outputs } from "./for_guidance/outputs.js";
import { picker } from "./for_guidance/picker.js";
import { CASES, FILTERS, filtersOf, read, write } from "./for_guidance/state.js";
import { renewAddress } from "./old_values.js";
import { element } from "./search/dom.js";

const LOST = "The cases could not be fetched. Try again when you are connected.";
const TERMS = { need: "needs", approach: "approaches" };
const root = document.querySelector("[data-builder]");
const form = root.querySelector("[data-builder-filters]");
const status = element("p", { class: "tools__status", role: "status", tabindex: "-1" });
const notice = element("div", { class: "notice notice--warn", hidden: true });
const texts = element("div", { class: "builder__outputs" });

/** One of the two ways to choose. */
const way = (value, words, act) => {
  const input = element("input", { type: "radio", name: "of", value, autocomplete: "off" });
  input.addEventListener("change", () => act(value));
  return { input, label: element("label", {}, input, words) };
};

const start = async (list, all) => {
  const boxes = filters(form);
  const offered = { facets: boxes.offered, groups: boxes.groups };
  const around = { site: root.dataset.site, today: new Date() };
  const rows = all.map((one) => ({ one, has: new Set(one.options) }));
  const byId = new Map(all.map((one) => [one.id, one]));
  const evidence = boxes.offered.get("evidence").map((id) => [id, boxes.name("evidence", id).replace(/^[^:]*: /, "")]);
  let state = read(location.search, offered, list);
  let drawing = 0;

  const shown = () => {
    if (state.of === CASES) return state.ids.map((id) => byId.get(id));
    return state.chosen.size ? results(rows, state.chosen).map(({ one }) => one) : [];
  };

  /** The reference of the page of a single need or approach. @param {[string, string][]} chosen */
  const referenceOf = async ([first, ...others]) => {
    if (!first || others.length || !TERMS[first[0]]) return undefined;
    return (await dataOf(TERMS[first[0]], first[1])).reference;
  };

  const view = async (cases) => {
    const on = [...state.chosen].flatMap(([facet, ids]) => [...ids].map((id) => [facet, id]));
    const words = boxes.say([...state.chosen].map(([facet, ids]) => [facet, [...ids]])).replaceAll(" · ", "; ");
    const isPicked = state.of === CASES;
    return { cases, isPicked, filters: on, words, query: filtersOf(state.chosen, offered), evidence, reference: isPicked ? undefined : await referenceOf(on) };
  };

  const told = (many) => {
    if (many) return many === 1 ? "1 case" : `${many} cases`;
    if (state.of === CASES) return "No case is chosen yet.";
    return state.chosen.size ? "No case fits all of these filters. Take one off." : "No filter is chosen yet.";
  };

  const drawTexts = async () => {
    const own = ++drawing;
    const cases = shown();
    const made = cases.length ? await view(cases).then((one) => offeredFor(one, all, around), () => undefined) : [];
    if (own !== drawing) return; // the reader has chosen again meanwhile
    status.textContent = made ? told(cases.length) : LOST;
    given.draw(made ?? []);
  };

  const draw = () => {
    const isPicked = state.of === CASES;
    for (const { input } of ways) input.checked = input.value === state.of;
    form.hidden = isPicked;
    pick.box.hidden = !isPicked;
    boxes.draw(rows, state.chosen);
    pick.draw(state.ids);
    on.draw(isPicked
      ? state.ids.map((id) => ({ words: byId.get(id).title, remove: () => commit({ ids: state.ids.filter((one) => one !== id) }) }))
      : [...state.chosen].flatMap(([facet, ids]) => [...ids].map((id) => ({ words: boxes.name(facet, id), remove: () => commit({ chosen: choose(state.chosen, facet, id, false) }) }))));
    const vain = state.unknown.length ? [`The link asks for what is not here: ${state.unknown.join(", ")}. The rest of it is on.`] : [];
    notice.replaceChildren(...notices({ withdrawn: state.withdrawn, unknown: [] }, list, vain));
    notice.hidden = !notice.childElementCount;
    return drawTexts();
  };

  const commit = (change) => {
    const next = { ...state, unknown: [], withdrawn: [], ...change };
    // In whichever order filters are chosen, they stand in one order, as they would if the address were opened.
    state = { ...next, chosen: read(filtersOf(next.chosen, offered), offered, list).chosen };
    const query = write(state, offered);
    if (query !== location.search) history.pushState(null, "", `${location.pathname}${query}`);
    return draw();
  };

  const given = outputs(texts);
  const on = chips({ clear: () => commit({ chosen: new Map(), ids: [] }), fallback: status });
  const pick = picker(all, {
    pick: (id, isOn) => commit({ ids: isOn ? [...state.ids, id] : state.ids.filter((one) => one !== id) }),
    add: (ids) => commit({ ids: [...new Set([...state.ids, ...ids])] }),
  });
  const ways = [way(FILTERS, "A list made by filters", (of) => commit({ of })), way(CASES, "Cases that you pick", (of) => commit({ of }))];
  form.addEventListener("change", ({ target }) => commit({ chosen: choose(state.chosen, target.name, target.value, target.checked) }));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", () => { state = read(location.search, offered, list); draw(); boxes.unfold(state.chosen); });
  form.before(
    notice, element("fieldset", { class: "builder__ways" }, element("legend", { text: "Link to" }), ...ways.map(({ label }) => label)),
  );
  form.after(pick.box, element("h3", { class: "builder__head", text: "What you get" }), status, on.box, texts);
  await draw();
  boxes.unfold(state.chosen);
};

root.querySelector("[data-builder-plain]").hidden = true;
renewAddress();
try {
  await start(...await Promise.all([caseList(), quoted()]));
} catch {
  status.textContent = LOST;
  form.after(status);
}
root.classList.add("is-ready");
