// The form with all around it: drafts, steps, check, preview and the ways out.
import { element } from "../../search/dom.js";
import { problems } from "../check.js";
import { isObject } from "./data.js";
import { draft as storedDraft, drafts, newId, onOtherTab, save } from "./drafts.js";
import { draftsPanel, titleOf } from "./drafts_panel.js";
import { form } from "./form.js";
import { fromRecord } from "../read.js";
import { asFile } from "../record.js";
import { settled } from "../settling.js";
import { side } from "./side.js";
import { specification } from "./spec.js";
import { asked, queryOf } from "./start.js";
import { summary } from "./summary.js";
import { asJson, fromFile } from "./transfer.js";
import { download, waysPanel } from "./ways_panel.js";

const FOLDER = "docs/case_studies";

const button = (words, act, more = {}) => {
  const made = element("button", { type: "button", ...more, text: words });
  made.addEventListener("click", act);
  return made;
};

/** Today as a day like 2026-11-22, where the reader is. */
const dayOf = (now) => [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");

/** Values in which nothing is said yet but what the address asks for. */
const blank = (spec, today, { answer, level }) => ({
  kind: spec.kinds.at(-1), id: "", story: [],
  fields: { sources: [{ told_on: today }], answers: [answer], ...(level ? { outcomes: [{ level }] } : {}) },
});

/** @param {{data: any, place: HTMLElement, settings: any, kept: {what: string, until: string}, root: string}} given */
export const app = async ({ data, place, settings, kept, root }) => {
  const spec = specification(data);
  const today = dayOf(new Date());
  /** @type {{id: string, stamp: number, values: import("./data.js").Values, of?: string} | undefined} */
  let now;
  let isKept = true;
  let isApart = false;

  const live = element("p", { class: "visually-hidden", role: "status" });
  const announce = (words) => { live.textContent = words; };
  const notice = element("div", { class: "contribute__notice", role: "status" });
  const say = (...content) => { notice.replaceChildren(...(content.length ? [element("div", { class: "notice notice--warn" }, ...content)] : [])); };
  const state = element("p", { class: "contribute__state" });

  const main = element("div", { class: "contribute__main" });
  const top = element("section", { class: "contribute__drafts", "aria-label": "Drafts on this device" });
  const about = element("div", { class: "contribute__about" });
  const wrong = summary(about);
  const beside = side(spec, () => settledNow());

  const settledNow = () => ({ ...now.values, fields: settled(now.values, data, today) });
  const file = () => {
    const { name, text } = asFile(now.values, data, today);
    return { name, text, folder: FOLDER, existing: Boolean(now.of), subject: `${now.of ? "A change to a case" : "A case"}: ${titleOf(now.values)}` };
  };

  const keepNow = () => {
    if (isApart) return;
    const { result, draft } = save({ ...now, changed: "" });
    now = draft;
    isKept = result === "kept";
    if (result === "changed elsewhere") return divided();
    state.textContent = isKept ? `Kept on this device at ${new Date().toLocaleTimeString("en-GB", { timeStyle: "short" })}.` : "Not kept on this device.";
    if (isKept) return asDraft();
    say(element("p", {}, element("strong", { text: "Your browser does not keep this draft." }), " Its storage is switched off or full. Keep a copy as a file before you leave."), button("Keep a copy as a file", exportNow));
  };
  /** The address names the draft, so that reload and Back lead to it. */
  const asDraft = () => {
    if (location.search !== queryOf(now.id)) history.replaceState(null, "", queryOf(now.id));
    list.draw();
  };

  const divided = () => {
    isApart = true;
    const other = button("Show the other version", () => { isApart = false; say(); openDraft(now.id); }, { class: "button--quiet" });
    const mine = button("Keep this one as a draft of its own", () => {
      isApart = false;
      say();
      now = { ...now, id: newId(), stamp: 0 };
      keepNow();
    });
    say(element("p", {}, element("strong", { text: "This draft was changed in another tab." }), " What you write here is not kept until you choose. Nothing is lost."), element("p", { class: "contribute__acts" }, mine, " ", other));
  };

  const sheet = form(spec, main, {
    problems: (values) => problems(values, data, today), announce, today,
    changed: (values) => {
      now = { ...now, values };
      keepNow();
      refresh();
    },
  });

  let waiting = 0;
  const refresh = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      beside.draw(now.values, sheet.whereWrong());
      wrong.draw(sheet.wrong(), false);
    }, 250);
  };

  /** Puts values into the form. */
  const show = (next, words) => {
    now = next;
    isApart = false;
    isKept = true;
    say();
    wrong.hide();
    state.textContent = words;
    sheet.open(now.values);
    beside.draw(now.values, sheet.whereWrong());
    list.draw();
  };

  const openDraft = (id, { isNew = false } = {}) => {
    const found = storedDraft(id);
    if (!found) return begin(blank(spec, today, { answer: {} }), undefined, "That draft is not on this device. Here is an empty form.");
    if (isNew) history.pushState(null, "", queryOf(id));
    show(found, `Last changed ${new Date(found.changed).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" })}.`);
  };
  const begin = (values, of, words) => {
    show({ id: newId(), stamp: 0, values, ...(of ? { of } : {}) }, "Nothing is kept before you type.");
    if (words) say(element("p", { text: words }));
  };

  const exportNow = () => download(`${asFile(now.values, data, today).name.replace(/\.md$/, "")}.json`, asJson(now.values, now.of), "application/json");
  const importFile = async (input) => {
    const [chosen] = input.files;
    input.value = "";
    if (!chosen) return;
    const read = fromFile(await chosen.text(), spec.kinds, (text) => fromRecord(text, data));
    if (!read) return say(element("p", { text: `“${chosen.name}” is neither a draft nor the file of a case. Nothing was changed.` }));
    history.pushState(null, "", location.pathname);
    begin(read.values, read.of);
    keepNow();
    announce(`${titleOf(read.values)} was opened.`);
    main.querySelector("h2").focus();
  };

  const list = draftsPanel(top, {
    announce, current: () => now?.id ?? "",
    open: (id) => { openDraft(id, { isNew: true }); main.querySelector("h2").focus(); },
  });
  const importer = element("input", { type: "file", id: "draft-file", accept: ".json,.md,application/json,text/markdown" });
  importer.addEventListener("change", () => importFile(importer));
  const tools = element(
    "details", { class: "contribute__tools" }, element("summary", { text: "Start another one, or work with files" }),
    element(
      "div", { class: "contribute__acts" },
      button("Start an empty form", () => { history.pushState(null, "", location.pathname); begin(blank(spec, today, { answer: {} })); main.querySelector("h2").focus(); }, { class: "button--quiet" }),
      button("Keep a copy as a file", exportNow, { class: "button--quiet" }),
    ),
    element("p", {}, element("label", { for: importer.id, text: "Open a draft or a case from a file" }), importer),
  );

  const checking = button("Check my case", () => {
    wrong.draw(sheet.check(), true);
    beside.draw(now.values, sheet.whereWrong());
  });
  const send = element(
    "section", { class: "contribute__send", "aria-labelledby": "send" }, element("h2", { id: "send", text: "Check it, and send it" }),
    element("p", { text: "The check says what is missing. You can send the text as it is, too: then somebody will ask you." }),
    element("p", {}, checking), waysPanel(settings, file),
  );
  const privacy = element(
    "p", { class: "contribute__kept" }, `Your device keeps: ${kept.what} ${kept.until} ends that. `,
    element("a", { href: `${root}/privacy/`, text: "About privacy" }),
  );

  place.append(live, notice, top, tools, privacy, about, element("div", { class: "contribute__form" }, element("div", {}, main, send), element("div", { class: "side" }, ...beside.nodes, element("div", { class: "bar" }, beside.toggle, state))));

  const route = async () => {
    const want = asked(location.search, spec.knows);
    if (want.draft) return openDraft(want.draft);
    if (want.of) return openCase(want.of);
    begin(blank(spec, today, want.prefill));
    if (want.unknown.length) say(element("p", { text: `The link asks for what this form does not know: ${want.unknown.join(", ")}. The rest of it is filled in.` }));
  };
  const openCase = async (id) => {
    const answer = Object.hasOwn(data.cases, id) ? await fetch(`cases/${id}.json`) : undefined;
    const values = answer?.ok ? fromRecord(await answer.json(), data) : undefined;
    if (!values) return begin(blank(spec, today, { answer: {} }), undefined, `There is no case “${id}”. Here is an empty form.`);
    begin(values, id);
  };

  addEventListener("popstate", route);
  addEventListener("beforeunload", (event) => { if (!isKept || isApart) event.preventDefault(); });
  onOtherTab(() => {
    const stored = storedDraft(now.id);
    if (now.stamp && stored && stored.stamp !== now.stamp && !isApart) divided();
  });
  await route();
};
