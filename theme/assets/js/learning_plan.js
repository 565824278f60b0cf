// The learning plan on its page: filled in, kept on this device, printed and taken away as a file. Nothing is sent anywhere.
import { nowCalled } from "./cases/address.js";
import { announce } from "./cases/announce.js";
import { caseList, cases, href } from "./cases/data.js";
import { printButton } from "./cases/share.js";
import { drawn } from "./plan/drawn.js";
import { field } from "./plan/fields.js";
import { download, opener } from "./plan/files.js";
import { paperOf } from "./plan/paper.js";
import { casesOf, cleaned, isFilled, renamed, rowsFrom, says } from "./plan/plan.js";
import { rowList } from "./plan/rows.js";
import { rtf } from "./plan/rtf.js";
import { sheetIn } from "./plan/sheet.js";
import { onOtherPage, own, put } from "./plan/store.js";
import { element } from "./search/dom.js";
import { own as shortlist } from "./shortlist/store.js";

const REFUSED = "Your browser does not let this site keep anything, so your plan lasts only until you leave this page. Download it before you go.";
const blank = document.querySelector("[data-sheet]");
const sheet = sheetIn(blank);
const form = element("div", { class: "plan" });
const paper = element("div", { class: "paper-plan" });
const said = element("p", { class: "tools__said" });
const refused = element("p", { class: "notice notice--warn", hidden: true, text: REFUSED });
/** The titles of all cases, and all that is told of those that were asked for. */
const titles = new Map();
const told = new Map();
/** Cases that have other ids now. @type {Pick<import("./cases/data.js").CaseList, "moved">} */
let list = {};
const current = (one) => renamed(one, (id) => nowCalled(id, list));
let plan = own(sheet);
/** The rows on the page. @type {ReturnType<typeof rowList> | undefined} */
let rows;

const option = (id) => element("option", { value: id, text: titles.get(id) ?? id });
const choices = (chosen) => {
  const ids = [...new Set([...shortlist().map(({ id }) => id), ...casesOf(plan), ...(chosen ? [chosen] : [])])];
  const none = ids.length ? "None, or another" : "None yet: keep cases on your shortlist";
  return [element("option", { value: "", text: none }), ...ids.map(option)];
};

const notes = () => new Map(shortlist().map(({ id, note }) => [id, note.trim()]));
const paperNow = () => paperOf(sheet, plan, told, notes());
const drawPaper = () => {
  paper.replaceChildren(...drawn(paperNow()));
  document.body.classList.toggle("has-plan", isFilled(plan));
};
const fetchTold = async () => {
  const missing = casesOf(plan).filter((id) => titles.has(id) && !told.has(id));
  if (!missing.length) return;
  for (const one of await cases(missing).catch(() => [])) told.set(one.id, one);
  drawPaper();
};
const changed = () => {
  plan = { ...plan, rows: rows.rows() };
  refused.hidden = put({ ...plan, rows: plan.rows.filter(says) });
  drawPaper();
  fetchTold();
};

const write = (group, name) => (text) => { plan = { ...plan, [group]: { ...plan[group], [name]: text } }; changed(); };
const title = (part) => [element("h2", { class: "plan__name", text: part.title }), ...(part.note ? [element("p", { class: "plan__note", text: part.note })] : [])];

const rowPart = (part) => {
  rows = rowList(part, choices, changed);
  rows.show(plan.rows);
  return element("section", { class: "plan__part" }, ...title(part), rows.box, element("p", { class: "tools" }, rows.add, fromShortlist()));
};
const linePart = (part) =>
  element("section", { class: "plan__part plan__part--lines" }, ...title(part), ...part.fields.map((one) => field(one, `plan-${one.id}`, plan.fields[one.id], write("fields", one.id))));

const draw = () => {
  const heading = sheet.heading.map((label, at) => field({ id: "heading", label, help: "" }, `plan-heading-${at}`, plan.heading[label], write("heading", label)));
  form.replaceChildren(element("div", { class: "plan__heading" }, ...heading), ...sheet.parts.map((part) => (part.kind === "columns" ? rowPart(part) : linePart(part))));
  drawPaper();
};

/** Puts another plan in the place of this one, which can be brought back. */
const replace = (next, words) => {
  const before = plan;
  plan = next;
  refused.hidden = put(plan);
  draw();
  fetchTold();
  const undo = element("button", { type: "button", class: "button--quiet", text: "Undo" });
  undo.addEventListener("click", () => replace(before, "Your plan is back."));
  said.replaceChildren(`${words} `, undo);
  announce(words);
  undo.focus();
};

const rowsFromShortlist = async () => {
  const wanted = shortlist().filter(({ id }) => titles.has(id));
  const found = new Map((await cases(wanted.map(({ id }) => id)).catch(() => [])).map((one) => [one.id, one]));
  for (const [id, one] of found) told.set(id, one);
  const fresh = rowsFrom(plan, wanted, found);
  rows.append(fresh);
  const words = fresh.length ? `${fresh.length} ${fresh.length === 1 ? "row" : "rows"} added from your shortlist.` : "Your shortlist has no case that the plan does not name.";
  said.replaceChildren(words);
  announce(words);
};
const fromShortlist = () => {
  const button = element("button", { type: "button", class: "button--quiet", text: "Add a row for each case on your shortlist" });
  button.addEventListener("click", rowsFromShortlist);
  button.hidden = !shortlist().length;
  return button;
};

const button = (text, act) => {
  const made = element("button", { type: "button", class: "button--quiet", text });
  made.addEventListener("click", act);
  return made;
};
const takeAway = async () => {
  await fetchTold();
  download("learning-plan.rtf", "application/rtf", rtf(paperNow()));
  said.replaceChildren("Downloaded: learning-plan.rtf. Word processors open it.");
  announce(said.textContent);
};
const save = () => download("learning-plan.json", "application/json", `${JSON.stringify(plan, null, 1)}\n`);
const openSaved = (text) => {
  try {
    const found = current(cleaned(sheet, JSON.parse(text)));
    if (!isFilled(found)) throw new Error("nothing in it");
    replace(found, "The saved plan is open.");
  } catch {
    said.replaceChildren("This file is not a saved plan.");
    announce(said.textContent);
  }
};

const start = async () => {
  try {
    list = await caseList();
    for (const one of list.listed) titles.set(one.id, one.title);
    plan = current(plan);
  } catch { /* without the list a case is shown by its id */ }
  draw();
  const bar = element(
    "div", { class: "tools plan__tools" }, button("Download as a document", takeAway), printButton(), button("Save a copy", save),
    ...opener("Open a saved copy", ".json,application/json", openSaved), button("Delete this plan", () => replace(cleaned(sheet, {}), "The plan is deleted.")), said,
  );
  const keeping = element("a", { class: "button button--quiet", href: href("/shortlist/"), text: "Your shortlist" });
  document.querySelector("[data-sheet-tools]").append(keeping);
  document.querySelector("[data-plain]").hidden = true;
  blank.before(refused, form, bar, paper);
  document.body.classList.add("plans");
  onOtherPage(() => { plan = current(own(sheet)); draw(); fetchTold(); });
  addEventListener("pageshow", ({ persisted }) => { if (persisted) draw(); });
  await fetchTold();
  if (new URLSearchParams(location.search).get("from") !== "shortlist") return;
  history.replaceState(null, "", location.pathname);
  await rowsFromShortlist();
};

await start();
