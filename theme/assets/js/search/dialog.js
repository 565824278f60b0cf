// The search dialog: a box to type in, what was found, and the keys that lead through it.
import { answer, describe, warmUp } from "./client.js";
import { element } from "./dom.js";
import { mentions } from "./full_text.js";
import { listbox } from "./listbox.js";
import { group } from "./results.js";
import { asked, forget, remember, setSlash, slashIsOn } from "./state.js";

const ANNOUNCE_AFTER = 400;
const FULL_TEXT_AFTER = 200;
// How long a guess waits for the full text, which may know the word that was typed.
const GUESS_WAITS = 1500;
const ROOT = new URL("../../../", import.meta.url);

const input = element("input", {
  type: "search", id: "search-input", name: "search", role: "combobox", autocomplete: "off", autocapitalize: "off",
  spellcheck: "false", enterkeyhint: "go", "aria-autocomplete": "list", "aria-controls": "search-results",
  "aria-expanded": "false", "aria-describedby": "search-hint",
});
const list = element("div", { class: "search__results", id: "search-results", role: "listbox", "aria-label": "Results", hidden: true });
const status = element("p", { class: "search__status", role: "status" });
const results = listbox(input, list);

let opener;
let turn = 0;
let announcing;

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

/** Asks both layers; an answer that comes after a newer question is dropped. */
async function search() {
  turn += 1;
  const own = turn;
  const query = input.value;
  remember(query);
  if (!query.trim()) return show([], "", query);
  list.setAttribute("aria-busy", "true");
  try {
    const found = await answer(query);
    if (own === turn) await showBoth(query, found, () => own === turn);
  } catch {
    if (own === turn) failed(query);
  }
}

/** What layer one is sure of is shown at once; a guess first looks whether the full text has the words. */
const showBoth = async (query, found, isCurrent) => {
  if (found.sure) show([known(found)], counted(found), query);
  await wait(FULL_TEXT_AFTER);
  if (!isCurrent()) return;
  const urls = new Set(found.sure ? found.results.map(({ url }) => url) : []);
  const reading = textGroupFor(found.words, urls);
  if (found.sure) return reading.then((extra) => { if (isCurrent()) finish(found, extra, query); });
  const soon = await Promise.race([reading, wait(GUESS_WAITS)]);
  if (isCurrent()) guessed(found, soon ?? [], query);
};

const finish = (found, extra, query) => {
  if (extra.length) results.addBelow(group("Also mentioned in", extra));
  done(query, counted(found, extra));
};

const guessed = (found, extra, query) => {
  const inText = new Set(extra.map(({ url }) => url));
  const rest = { ...found, results: found.results.filter(({ url }) => !inText.has(url)) };
  const groups = [extra.length && group("Mentioned in", extra), rest.results.length && known(rest)].filter(Boolean);
  show(groups, groups.length ? counted(rest, extra) : `Nothing has ${found.words.join(" or ")}. Try another word, or fewer.`, query);
  done(query);
};

const textGroupFor = async (words, urls) => {
  try {
    const found = await mentions(words, urls);
    const entries = await describe(found.map(({ url }) => url));
    return found.map((one, at) => ({ ...one, kind: entries[at]?.kind ?? "Page", context: entries[at]?.context ?? "" }));
  } catch {
    return []; // without the full text the first layer has answered
  }
};

const SOME = "No page has all the words; these have some";

const known = (found) => {
  const guess = found.results.length && !found.sure ? "Spelt in a similar way" : "Best matches";
  return group(found.partial ? SOME : guess, found.results);
};

const counted = ({ total, results: own, partial }, extra = []) => {
  const all = own.length + extra.length;
  const count = total > own.length && !extra.length ? `The first ${own.length} of ${total} results` : `${all} ${all === 1 ? "result" : "results"}`;
  return `${count}.${partial && own.length ? ` ${SOME}.` : ""}`;
};

const show = (groups, text, query) => {
  results.show(groups);
  announce(text);
  if (!query.trim()) done(query, "");
};

const done = (query, text) => {
  list.removeAttribute("aria-busy");
  list.dataset.query = query;
  if (text !== undefined) announce(text);
};

const failed = (query) => {
  results.show([]);
  clearTimeout(announcing);
  const all = element("a", { href: new URL("case_studies/", ROOT).href, text: "See all cases" });
  status.replaceChildren("Search could not be loaded. ", all, ".");
  done(query);
};

/** Tells the count once typing has paused, to the eye and to a screen reader alike. */
const announce = (text) => {
  clearTimeout(announcing);
  announcing = setTimeout(() => { if (status.textContent !== text) status.textContent = text; }, ANNOUNCE_AFTER);
};

const wait = (time) => new Promise((resolve) => { setTimeout(resolve, time); });

/** Enter opens the chosen result, or the best one. */
const enter = (event) => {
  event.preventDefault();
  (results.chosen() ?? results.first())?.click();
};

const onKey = (event) => {
  if (event.isComposing) return;
  if (event.key === "Escape") {
    event.preventDefault(); // else the box is emptied instead
    return close();
  }
  if (event.key === "Enter") return enter(event);
  results.onKey(event);
};

function build() {
  const closing = element("button", { type: "button", text: "Close" });
  const form = element(
    "form", { role: "search" },
    element("label", { for: "search-input", text: "Search in your own words" }), input, closing,
  );
  const slash = element("input", { type: "checkbox", id: "search-slash" });
  const foot = element(
    "div", { class: "search__foot" },
    element("p", { id: "search-hint", text: "Arrow keys choose, Enter opens, Esc closes." }),
    element("label", { for: "search-slash" }, slash, "The key / opens search"),
  );
  const made = element("dialog", { class: "search", "aria-label": "Search" }, form, status, list, foot);
  slash.checked = slashIsOn();
  slash.addEventListener("change", () => setSlash(slash.checked));
  closing.addEventListener("click", close);
  form.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("keydown", onKey);
  input.addEventListener("input", search);
  made.addEventListener("click", (event) => { if (event.target === made) close(); });
  made.addEventListener("close", () => { forget(); opener?.focus?.(); });
  (document.getElementById("search-root") ?? document.body).append(made);
  return made;
}

const dialog = build();
