// What a record says of its own changes: each function is the rule of the same name in hooks/whatworks/rules/changes.py.
// The form does not ask for changes, but it keeps those of a record that it opens.
import { entries, inField } from "./draft.js";
import { looksLikeDay, yearOf } from "./field_rules.js";
import { nodeAt } from "./messages.js";

/** @typedef {import("./draft.js").Draft} Draft @typedef {import("./messages.js").Problem} Problem */

/** A major change has a note. @param {Draft} draft @returns {Generator<Problem>} */
function* majorChangesHaveNotes(draft) {
  for (const [at, entry] of entries(draft, "changes")) {
    if (entry.kind !== "major" || "note" in entry) continue;
    const path = ["changes", at, "note"], { description: help, example } = nodeAt(draft.spec, path);
    yield inField(draft, "missing", path, { help, example });
  }
}

/** The newest change stands first. @param {Draft} draft @returns {Generator<Problem>} */
function* changesStandNewestFirst(draft) {
  let above = "";
  for (const [at, { on }] of entries(draft, "changes")) {
    if (!looksLikeDay(on)) continue;
    if (above && on > above) yield inField(draft, "change_order", ["changes", at, "on"], { value: on, above });
    above = on;
  }
}

/** A change is told once. @param {Draft} draft @returns {Generator<Problem>} */
function* changesDiffer(draft) {
  const seen = new Set();
  for (const [at, entry] of entries(draft, "changes")) {
    const told = JSON.stringify([String(entry.on), String(entry.note ?? "").toLowerCase()]), name = "note" in entry ? "note" : "on";
    if (seen.has(told) && entry[name]) yield inField(draft, "said_twice", ["changes", at, name], { value: entry[name] });
    seen.add(told);
  }
}

/** A change is not older than the first source of its record. @param {Draft} draft @returns {Generator<Problem>} */
function* changesFollowTheRecord(draft) {
  const years = entries(draft, "sources").map(([, entry]) => yearOf(draft, entry)).filter((year) => year);
  const first = years.length ? Math.min(...years) : 0;
  for (const [at, { on }] of entries(draft, "changes")) {
    if (looksLikeDay(on) && Number(on.slice(0, 4)) < first) {
      yield inField(draft, "change_too_early", ["changes", at, "on"], { value: on, year: first });
    }
  }
}

export const CHANGE_RULES = [majorChangesHaveNotes, changesStandNewestFirst, changesDiffer, changesFollowTheRecord];
