// The search dialog: a box to type in, what was found, and the keys that lead through it.
import { ask } from "./both_layers.js";
import { warmUp } from "./client.js";
import { element } from "./dom.js";
import { listbox } from "./listbox.js";
import { group, onlyNew } from "./results.js";
import { asked, forget, remember, setSlash, slashIsOn } from "./state.js";

const ANNOUNCE_AFTER = 400;
const ALL_CASES = new URL("../../../case_studies/", import.meta.url).href;
const EXAMPLES = "A problem (“nobody speaks up in meetings”), an approach, a place, or what somebody called it.";

const input = element("input", {
  type: "search", id: "search-input", name: "search", role: "combobox", autocomplete: "off", autocapitalize: "off",
  spellcheck: "false", enterkeyhint: "go", "aria-autocomplete": "list", "aria-controls": "search-results",
  "aria-expanded": "false", "aria-describedby": "search-hint",
});
const list = element("div", {
  class: "search__results", id: "search-results", role: "listbox", "aria-label": "Results", hidden: true,
});
const status = element("p", { class: "search__status", role: "status" });
const results = listbox(input, list);

let opener;
let turn = 0;
let announcing;
let openFirst = false;

/** Opens the dialog; the focus returns to where it was. @param {HTMLElement} [from] the link that was used */
export const open = (from) => {
  if (dialog.open) return;
  opener = from ?? document.activeElement;
  dialog.showModal();
  input.value = asked() || input.value;
  input.focus();
  input.select();
  warmUp();
  search();
};

const close = () => dialog.close();

/** Asks; an answer that comes after a newer question is dropped. */
async function search() {
  const own = ++turn;
  const query = input.value;
  openFirst = false;
  remember(query);
  if (!query.trim()) return show(query, { groups: [], text: EXAMPLES, last: true });
  list.setAttribute("aria-busy", "true");
  try {
    for await (const shown of ask(query)) {
      if (own !== turn) return;
      show(query, shown);
    }
  } catch {
    if (own === turn) show(query, { groups: [], text: "Search could not be loaded.", nothing: true, last: true });
  }
}

/** What the reader points at or has chosen must not move: then new results are only added below. */
const isChoosing = (query) => list.dataset.shown === query
  && (results.chosen() !== null || list.matches(":hover") || list.scrollTop > 0);

const draw = (query, groups) => {
  if (isChoosing(query)) {
    const known = results.addresses();
    for (const own of onlyNew(groups, known)) results.addBelow(group(own));
  } else results.show(groups.map(group));
  list.dataset.shown = query;
};

const show = (query, { groups, text, meant, nothing, last }) => {
  if (groups) draw(query, groups);
  if (text) announce(text, { nothing, meant });
  if (last) {
    list.removeAttribute("aria-busy");
    list.dataset.query = query;
  }
  if (openFirst && groups) openBest();
};

/** Tells the count once typing has paused, to the eye and to a screen reader alike. */
const announce = (text, { nothing, meant }) => {
  clearTimeout(announcing);
  announcing = setTimeout(() => {
    if (status.dataset.text === text) return;
    status.dataset.text = text;
    status.replaceChildren(text, ...(meant ? [" ", meaning(meant)] : []));
    if (nothing) status.append(" ", element("a", { href: ALL_CASES, text: "See all cases" }));
  }, ANNOUNCE_AFTER);
};

/** Asks what the reader may have meant instead. */
const meaning = (meant) => {
  const button = element("button", { type: "button", class: "search__meant", text: `Did you mean “${meant}”?` });
  button.addEventListener("click", () => {
    input.value = meant;
    input.focus();
    search();
  });
  return button;
};

const openBest = () => (results.chosen() ?? results.first())?.click();

/** Enter opens the chosen result or the best one, never one of an older question. */
const enter = () => {
  if (list.dataset.shown === input.value) openBest();
  else openFirst = true;
};

const KEYS = { Escape: close, Enter: enter };

const onKey = (event) => {
  if (event.isComposing) return;
  const own = KEYS[event.key];
  if (!own) return void results.onKey(event);
  event.preventDefault(); // else Escape empties the box instead
  own();
};

const searchForm = () => {
  const closing = element("button", { type: "button", text: "Close" });
  closing.addEventListener("click", close);
  const label = element("label", { for: "search-input", text: "Search in your own words" });
  const form = element("form", { role: "search" }, label, input, closing);
  form.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("keydown", onKey);
  input.addEventListener("input", search);
  return form;
};

const foot = () => {
  const slash = element("input", { type: "checkbox", id: "search-slash" });
  slash.checked = slashIsOn();
  slash.addEventListener("change", () => setSlash(slash.checked));
  return element(
    "div", { class: "search__foot" },
    element("p", { id: "search-hint", text: "Arrow keys choose, Enter opens, Esc closes." }),
    element("label", { for: "search-slash" }, slash, "The key / opens search"),
  );
};

const build = () => {
  const made = element("dialog", { class: "search", "aria-label": "Search" }, searchForm(), status, list, foot());
  made.addEventListener("click", (event) => { if (event.target === made) close(); });
  made.addEventListener("close", () => { forget(); opener?.focus?.(); });
  (document.getElementById("search-root") ?? document.body).append(made);
  return made;
};

const dialog = build();
