// The form with all around it: drafts, steps, check, preview and the ways out.
import { save } from "../../cases/save.js";
import { element } from "../../search/dom.js";
import { renewed } from "../../old_values.js";
import { problems } from "../check.js";
import { fromRecord } from "../read.js";
import { today as dayHere } from "../record.js";
import { settled } from "../settling.js";
import { draft as storedDraft } from "./drafts.js";
import { draftsPanel, titleOf, when } from "./drafts_panel.js";
import { form } from "./form.js";
import { keeper } from "./keeper.js";
import { notices } from "./notices.js";
import { fileOf, sending } from "./sending.js";
import { side } from "./side.js";
import { specification } from "./spec.js";
import { asked, blank, nextRepeat, queryOf } from "./start.js";
import { summary } from "./summary.js";
import { asJson, fromFile } from "./transfer.js";

/**
 * @param {{data: any, place: HTMLElement, settings: any, kept: {what: string, until: string}, root: string}} given `data`
 *   is form.json, `settings` the addresses to send to, `kept` the words about what the device keeps
 */
export const app = async ({ data, moved, place, settings, kept, root }) => {
  const spec = specification(data);
  const today = dayHere();
  const live = element("p", { class: "visually-hidden", role: "status" });
  const announce = (words) => { live.textContent = words; };
  const { node: notice, say, tell, gap } = notices();
  const state = element("p", { class: "contribute__state" });
  const main = element("div", { class: "contribute__main" });
  const about = element("div", { class: "contribute__about" });

  const draft = keeper((now) => {
    if (now === "apart") return divided();
    if (now === "kept") asDraft();
    if (now === "kept") state.textContent = `Kept on this device at ${new Date().toLocaleTimeString("en-GB", { timeStyle: "short" })}.`;
    if (now === "not kept") unkept();
    return undefined;
  });
  const values = () => draft.now().values;
  const beside = side(spec, () => ({ ...values(), fields: settled(values(), data, today).fields }), state);
  const wrong = summary(about);

  let looked = { of: undefined, problems: [] };
  const found = (now) => {
    if (looked.of !== now) looked = { of: now, problems: problems(now, data, today) };
    return looked.problems;
  };
  const sheet = form(spec, main, {
    problems: found, announce, today,
    changed: (now) => { draft.change(now); refresh(); },
  });
  let waiting = 0;
  /** What follows from the values, once the typing rests. */
  const refresh = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      beside.draw(sheet.values(), sheet.whereWrong());
      wrong.draw(sheet.wrong(), false);
    }, 250);
  };

  /** What the address asked for when it was last followed. */
  let followed;
  /** The address names the draft, so that reload and Back lead to it. */
  const asDraft = () => {
    followed = queryOf(draft.now().id);
    if (location.search !== followed) history.replaceState(null, "", followed);
    say();
    panel.draw();
  };
  const unkept = () => {
    state.textContent = "Not kept on this device.";
    say("Your browser does not keep this draft.", "Its storage is switched off or full. Save the draft as a file before you leave.", [["Save this draft as a file", write]]);
  };
  const divided = () => say(
    "This draft was changed in another tab.", "What you write here is not kept until you choose. Nothing is lost.",
    [["Keep this one as a draft of its own", () => draft.part()], ["Show the other version", () => openDraft(draft.now().id)]],
  );

  const show = (words) => {
    say();
    wrong.hide();
    state.textContent = words;
    const { values: now, of, only } = draft.now();
    tell(of, only, spec.titleOf, root);
    sheet.open(now, only);
    beside.isNeeded(!only);
    beside.draw(sheet.values(), sheet.whereWrong());
    panel.draw();
  };
  const begin = (now, more, problem) => {
    draft.begin(now, more);
    show("Nothing is kept before you type.");
    if (problem) say(problem);
  };
  const empty = (problem, prefill = { answer: {} }) => begin(blank(spec, today, prefill), {}, problem);
  const openDraft = (id) => {
    const found = storedDraft(id);
    if (!found) return empty("That draft is not on this device. Here is an empty form.");
    draft.open({ ...found, values: fromRecord(found.values, data) });
    return show(`Last changed ${when(found.changed)}.`);
  };
  const openCase = async (id, isRepeat) => {
    const answer = Object.hasOwn(data.cases, id) ? await fetch(`cases/${id}.json`) : undefined;
    if (!answer?.ok) return empty(`There is no case “${id}”. Here is an empty form.`);
    const now = fromRecord(await answer.json(), data);
    return isRepeat ? begin(...nextRepeat(now, id, today)) : begin(now, { of: id });
  };

  const lead = (query) => {
    followed = query;
    if (location.search !== query) history.pushState(null, "", `${location.pathname}${query}`);
    main.querySelector("h2").focus();
  };
  const write = () => {
    const name = file().name.replace(/\.md$/, ".json");
    save(name, asJson(draft.now()), "application/json");
    announce(`The file ${name} is among your downloads.`);
  };
  const read = async (chosen) => {
    const found = fromFile(await chosen.text(), data);
    if (!found) return say(`“${chosen.name}” is neither a draft nor a case that this form wrote.`, "Nothing was changed. To change a case of the site, use the link at the end of its page.");
    lead("");
    begin(found.values, found.more);
    draft.keepNow();
    return announce(`${titleOf(found.values)} was opened.`);
  };
  const panel = draftsPanel({
    announce, write, read, current: () => draft.now()?.id ?? "",
    open: (id) => { openDraft(id); lead(queryOf(id)); },
    begin: () => { empty(); lead(""); },
  }, { ...kept, privacy: `${root}/privacy/` });

  const check = () => {
    wrong.draw(sheet.check(), true);
    beside.draw(sheet.values(), sheet.whereWrong());
  };
  const file = () => fileOf(draft.now(), data, today);

  place.append(live, panel.node, notice, about, element("div", { class: "contribute__form" }, element("div", {}, main, sending(settings, check, file)), beside.node));

  const route = async () => {
    followed = location.search;
    const want = asked(renewed(location.search, moved), spec.knows);
    if (want.draft) return openDraft(want.draft);
    if (want.of || want.again) return openCase(want.of ?? want.again, Boolean(want.again));
    panel.unfold();
    empty(want.unknown.length ? `The link asks for what this form does not know: ${want.unknown.join(", ")}. The rest of it is filled in.` : "", want.prefill);
    return gap(want.prefill, spec);
  };
  // A link within the page changes the address, too, but asks for nothing else.
  addEventListener("popstate", () => { if (location.search !== followed) route(); });
  await route();
};
