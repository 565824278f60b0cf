// What a schema cannot say of the fields: each function is the rule of the same name in hooks/whatworks/rules/fields.py.
import { citing, entries, inField, sourceIds, textsIn } from "./draft.js";
import { isNearlyNotReported } from "./fields.js";
import { elements, figures, plain, prose, paragraphs, citations, sentences } from "./markup.js";
import { nodeAt } from "./messages.js";
import { all, first } from "./patterns.js";
import { NOT_REPORTED, isGroup } from "./settling.js";

/** @typedef {import("./draft.js").Draft} Draft @typedef {import("./messages.js").Problem} Problem */

/** Fields are plain text: no template variables, no HTML, no Markdown. @param {Draft} draft @returns {Generator<Problem>} */
function* fieldsArePlain(draft) {
  const { spec } = draft;
  for (const [path, text] of textsIn(draft.fields)) {
    const variable = first(spec, "variable", text)?.[0], html = elements(spec, text)[0]?.tag;
    const found = first(spec, "fieldMarkup", text)?.[0];
    if (variable) yield inField(draft, "template_variable", path, { value: variable });
    else if (html) yield inField(draft, "raw_html", path, { value: html, instead: spec.words.plain });
    else if (found) yield inField(draft, "field_markup", path, { value: found });
  }
}

function* summaryIsTwoSentences(draft) {
  const { summary } = draft.fields;
  if (summary === undefined || [...summary].length < (nodeAt(draft.spec, ["summary"]).limits.minLength ?? 0)) return;
  const count = sentences(draft.spec, summary);
  if (count !== 2) yield inField(draft, "two_sentences", ["summary"], { count });
}

function* silenceHasOneSpelling(draft) {
  for (const [path, text] of textsIn(draft.fields)) {
    if (!isNearlyNotReported(text)) continue;
    const node = nodeAt(draft.spec, path);
    if (!node.either && !node.vocabulary) yield inField(draft, "nearly_not_reported", path, { value: text });
  }
}

function* effortIsCited(draft) {
  const { effort } = draft.fields;
  if (!isGroup(effort) || "source" in effort) return;
  const told = [effort.cost, effort.time, effort.people].some((one) => one !== undefined && one !== NOT_REPORTED);
  if (told) yield inField(draft, "uncited_effort", ["effort", "source"], { example: sourceIds(draft)[0] ?? "findings" });
}

function* datesAreInOrder(draft) {
  const { dates } = draft.fields;
  if (!isGroup(dates)) return;
  const { start, end } = dates, known = (value) => typeof value === "number";
  if (known(start) && known(end) && end < start) yield inField(draft, "dates_reversed", ["dates", "end"], { value: end, start });
  const years = entries(draft, "sources").map(([, entry]) => yearOf(draft, entry)).filter((year) => year);
  const last = Math.max(...years), latest = nodeAt(draft.spec, ["dates", "start"]).limits.maximum ?? last;
  for (const [name, value] of [["start", start], ["end", end]]) {
    if (years.length && known(value) && last < value && value <= latest) {
      yield inField(draft, "after_its_time", ["dates", name], { value, year: last });
    }
  }
}

/** The year of an entry under sources; 0 where it cannot be known. */
export const yearOf = ({ spec }, { document, year, told_on: day }) => {
  if (Object.hasOwn(spec.documents, document ?? "")) return spec.documents[document].year;
  return typeof year === "number" ? year : Number(looksLikeDay(day) ? day.slice(0, 4) : 0);
};

/** Whether a value looks like a day: 2026-11-22. @param {unknown} value */
export const looksLikeDay = (value) => typeof value === "string" && /^\p{Nd}{4}-\p{Nd}\p{Nd}-\p{Nd}\p{Nd}$/u.test(value);

function* reviewFollows(draft) {
  const { reviewed, review_by: following } = draft.fields;
  if (looksLikeDay(reviewed) && looksLikeDay(following) && following <= reviewed) {
    yield inField(draft, "review_order", ["review_by"], { value: following, reviewed });
  }
}

function* proposalsHaveNoOutcomes(draft) {
  const { status, outcomes } = draft.fields;
  if (status === "proposed" && Array.isArray(outcomes)) yield inField(draft, "proposed_with_outcomes", ["outcomes"]);
}

function* answersDiffer(draft) {
  const seen = new Map();
  for (const [at, { need, approach }] of entries(draft, "answers")) {
    if (need === undefined || approach === undefined) continue;
    const pair = JSON.stringify([need, approach]);
    if (seen.has(pair)) yield inField(draft, "answer_twice", ["answers", at], { need, approach, other: seen.get(pair) + 1 });
    else seen.set(pair, at);
  }
}

function* repeatsLieInThePast(draft) {
  for (const [at, { when, told_on: told }] of entries(draft, "repeats")) {
    if (typeof when !== "string") continue;
    const years = all(draft.spec, "year", when).map(([year]) => year).sort(), path = ["repeats", at, "when"];
    const last = years.at(-1);
    if (!last) yield inField(draft, "repeat_without_year", path, { value: when });
    else if (looksLikeDay(told) && last > told.slice(0, 4)) yield inField(draft, "repeat_not_done_yet", path, { value: last, told_on: told });
  }
}

function* repeatsDiffer(draft) {
  const seen = new Set();
  for (const [at, { where = "", when = "" }] of entries(draft, "repeats")) {
    const told = JSON.stringify([where, when].map((text) => String(text).toLowerCase()));
    if (where && when && seen.has(told)) yield inField(draft, "said_twice", ["repeats", at, "where"], { value: where });
    seen.add(told);
  }
}

function* figuresInFieldsAreCitedBelow(draft) {
  if (!draft.isWhole) return;
  const { spec, body } = draft, within = (text) => figures(spec, prose(spec, text));
  const cited = new Set([
    ...paragraphs(spec, body).map(({ text }) => text).filter((text) => citations(spec, text).length),
    ...citing(draft).filter(([, group]) => group.source).flatMap(([, group]) => [...textsIn(group)].map(([, text]) => text)),
  ].flatMap((text) => within(text).map((figure) => plain(figure.text))));
  const uncited = ([path, text]) => within(text).filter((figure) => !cited.has(plain(figure.text))).map((figure) => [path, figure.text]);
  for (const [path, value] of [...textsIn(draft.fields)].filter(([path]) => restsOnTheStory(draft, path)).flatMap(uncited)) {
    yield inField(draft, "figure_not_below", path, { value });
  }
}

/** Whether a field has no source of its own, so that its figures must stand elsewhere too. */
const restsOnTheStory = ({ fields }, [name, at, part]) => ["title", "summary"].includes(name)
  || (name === "answers" && part === "how") || (name === "related" && part === "reason")
  || (name === "conditions" && part === "note" && !fields.conditions[at].source);

export const FIELD_RULES = [
  fieldsArePlain, silenceHasOneSpelling, reviewFollows, summaryIsTwoSentences, effortIsCited, datesAreInOrder,
  proposalsHaveNoOutcomes, answersDiffer, repeatsLieInThePast, repeatsDiffer, figuresInFieldsAreCitedBelow,
];
