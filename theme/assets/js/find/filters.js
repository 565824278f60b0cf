// The filters: the page's links to static lists, turned into boxes to tick. Each box stays where it is for good, so that
// whoever uses it keeps the focus.
import { element } from "../search/dom.js";
import { count } from "./match.js";

/**
 * @typedef {{facet: string, id: string, label: string, input: HTMLInputElement, count: HTMLElement}} Option
 * @param {HTMLFormElement} form
 */
export const filters = (form) => {
  /** @type {Map<string, {label: string, on: HTMLElement, box: HTMLDetailsElement, body: HTMLElement, options: Option[]}>} */
  const facets = new Map();
  for (const box of form.querySelectorAll("[data-facet]")) {
    const facet = box.dataset.facet;
    facets.set(facet, {
      box,
      body: box.querySelector(".facet__body"),
      label: box.querySelector(".facet__name").textContent,
      on: box.querySelector("[data-facet-on]"),
      options: [...box.querySelectorAll("[data-option]")].map((item) => option(facet, item)),
    });
  }
  const all = [...facets.values()].flatMap(({ options }) => options);

  /** Shows what is chosen and what each option would give. */
  const draw = (rows, chosen) => {
    for (const { facet, id, input, count: shown } of all) {
      const would = count(rows, chosen, facet, id);
      input.checked = Boolean(chosen.get(facet)?.has(id));
      // One that has the focus keeps it: it is switched off when the focus leaves.
      input.disabled = !would && !input.checked && input !== document.activeElement;
      shown.replaceChildren(`${would}`, element("span", { class: "visually-hidden", text: would === 1 ? " case" : " cases" }));
      input.closest("li").classList.toggle("is-none", !would && !input.checked);
    }
    for (const [facet, { on, body, options }] of facets) {
      // A list in which nothing takes the focus is scrolled by keyboard only if it takes it itself.
      if (options.every(({ input }) => input.disabled)) body.tabIndex = 0;
      else body.removeAttribute("tabindex");
      const many = chosen.get(facet)?.size ?? 0;
      on.hidden = !many;
      on.textContent = many ? `${many} on` : "";
    }
  };

  /** Opens the facets in which something is chosen; the first one where nothing is and there is room. */
  const unfold = (chosen, hasRoom) => {
    for (const [facet, { box, body, options }] of facets) {
      const first = options.find(({ id }) => chosen.get(facet)?.has(id));
      if (!first) continue;
      box.open = true;
      bringIntoView(body, first.input);
    }
    if (hasRoom && !chosen.size) [...facets.values()][0].box.open = true;
  };

  /** An option as people read it: "Need: Confidence to engage". */
  const name = (facet, id) => `${facets.get(facet).label}: ${labelOf(facet, id)}`;
  const labelOf = (facet, id) => facets.get(facet).options.find((one) => one.id === id).label;
  /** Chosen options by facet, in words: "Need: Using evidence · Region: London". @param {[string, string[]][]} reasons */
  const say = (reasons) => reasons
    .map(([facet, ids]) => `${facets.get(facet).label}: ${ids.map((id) => labelOf(facet, id)).join(", ")}`)
    .join(" · ");
  const offered = new Map([...facets].map(([facet, { options }]) => [facet, options.map(({ id }) => id)]));
  /** The options below each heading of each facet that has a name in addresses. */
  const groups = new Map([...facets].map(([facet, { box }]) => [facet, new Map(
    [...box.querySelectorAll("[data-group]")].map((list) => [list.dataset.group, idsIn(list)]),
  )]));

  return { draw, unfold, name, say, offered, groups };
};

const idsIn = (list) => [...list.querySelectorAll("[data-option]")].map((item) => item.dataset.option);

/** Scrolls a list of options, and nothing else, to one of them. */
const bringIntoView = (body, input) => {
  const below = input.getBoundingClientRect().bottom - body.getBoundingClientRect().bottom;
  if (below > 0) body.scrollTop += below + body.clientHeight * 0.75;
};

/** Turns one link with its number into a box to tick. */
const option = (facet, item) => {
  const label = item.firstElementChild.textContent;
  const shown = item.querySelector(".count");
  const input = element("input", { type: "checkbox", name: facet, value: item.dataset.option });
  item.replaceChildren(element("label", {}, input, element("span", { class: "facet__label", text: label }), " ", shown));
  return { facet, id: item.dataset.option, label, input, count: shown };
};
