// The entries of a case as its page shows them: outcomes, what did not work, conditions, answers and more.
import { element } from "../../search/dom.js";
import { isSaid } from "./data.js";
import { row, text, told } from "./preview_parts.js";

/** @typedef {{spec: import("./spec.js").Spec, cite: (id: unknown) => Node[]}} With */

const ladder = (level, levels) => element(
  "ol", { class: "ladder", "aria-label": "How far the change reached" },
  ...levels.map(({ id, label }) => element("li", id === level ? { class: "is-on", "aria-current": "true" } : {}, element("span", { text: label }))),
);

/** @param {With} given */
export const outcome = (one, { spec, cite }) => element(
  "li", { class: "outcome" },
  element("p", { class: "outcome__change" }, told(one.change), ...cite(one.source)),
  ladder(one.level, spec.levels),
  element(
    "dl", { class: "outcome__how" },
    row("Who says so", told(one.who)),
    row("How we know", told(one.evidence, (id) => element("span", { class: "tag tag--evidence", text: spec.label("evidence", id) }))),
    row("Compared with", told(one.compared_with)),
    row("How long after", told(one.after)),
  ),
);

/** @param {With} given */
export const setback = (one, { spec, cite }) => element(
  "li", { class: `didnot__item didnot__item--${text(one.kind) || "none"}` },
  element("span", { class: "tag tag--kind" }, told(one.kind, (id) => spec.label("did_not_work_kinds", id))),
  element("span", {}, told(one.what), ...cite(one.source)),
);

/** @param {With} given */
export const condition = (one, { spec, cite }) => element(
  "li", {},
  element("strong", {}, told(one.condition, (id) => spec.label("conditions", id))), " ",
  element("span", {}, told(one.note), ...cite(one.source)),
);

const reason = (link, how) => element("li", {}, element("p", { class: "reasons__link" }, ...link), element("p", { class: "reasons__how" }, ...how));
const beside = (...words) => element("span", { class: "reasons__by" }, ...words);

/** @param {With} given */
export const answer = (one, { spec }) => reason(
  [told(one.need, (id) => spec.label("needs", id)), " ", beside("tackled by"), " ", told(one.approach, (id) => spec.label("approaches", id))],
  [told(one.how)],
);

export const repeat = (one) => reason(
  [told(one.where), " ", beside(told(one.when))], [element("strong", { text: "What was different:" }), " ", told(one.different)],
);

/** @param {With} given */
export const related = (one, { spec }) => reason([told(one.case, spec.titleOf)], [told(one.reason)]);

/** @param {With} given */
export const source = (one, { spec }) => {
  if (isSaid(one.told_by)) return element("li", { text: `Told by: ${[one.told_by, one.told_on].map(text).filter(Boolean).join(", ")}.` });
  if (isSaid(one.publication)) return element("li", { text: `${text(one.publication)} (${text(one.year)}), ${text(one.part)}.` });
  return element("li", {}, told(one.document, () => [spec.titleOf(one.document), text(one.section)].filter(Boolean).join(", ")));
};
