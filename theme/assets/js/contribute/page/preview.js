// The page of a case as it will look, from what is typed. It follows hooks/whatworks/pages/templates/case.md.j2; headings
// stand two levels lower, because this is a page within a page.
import { element } from "../../search/dom.js";
import { at, isObject, isSaid } from "./data.js";
import { blocks } from "./story.js";

const NOT_REPORTED = "not reported";

/** @param {(list: string, id: unknown) => string} label how pages show a term */
export const preview = (values, { label, levels, titleOf }) => {
  const { fields } = values;
  const said = (...path) => {
    const value = at(fields, path);
    return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
  };
  const entries = (name) => (Array.isArray(fields[name]) ? fields[name].filter((one) => isSaid(one)) : []);
  const text = (value) => (typeof value === "string" || typeof value === "number" ? String(value) : "");

  const sources = entries("sources").filter(isObject);
  const numbers = new Map(sources.map((one, at) => [one.id, at + 1]));
  const cite = (id) => (numbers.has(id) ? [element("sup", { class: "cite" }, element("span", { text: `[${numbers.get(id)}]` }))] : []);
  const missing = (words = "Not answered yet") => element("span", { class: "notreported", text: words });
  const told = (value, show = text) => {
    if (value === NOT_REPORTED) return missing("Not reported");
    return isSaid(value) ? show(value) : missing();
  };
  const row = (name, ...content) => element("div", {}, element("dt", { text: name }), element("dd", {}, ...content));
  const heading = (words) => element("h4", { text: words });
  const isProposed = fields.status === "proposed";

  const years = () => {
    const { start, end, note } = isObject(fields.dates) ? fields.dates : {};
    if (!isSaid(start)) return told(fields.dates === NOT_REPORTED ? NOT_REPORTED : "");
    const span = isSaid(end) && end !== start ? `${text(start)} to ${text(end)}` : text(start);
    return isSaid(note) ? `${span} (${text(note)})` : span;
  };

  const joined = (name, list) => told(fields[name], () => entries(name).map((one) => (list ? label(list, one) : text(one))).filter(Boolean).join("; "));

  const facts = () => element(
    "dl", { class: "facts" },
    row("Where", told(said("place", "name")), isSaid(at(fields, ["place", "region"])) ? `, ${label("regions", fields.place.region)}` : ""),
    row("Kind of partnership", told(fields.setting, (id) => label("settings", id))),
    row("Who it was for", joined("audiences", "audiences")),
    row("When", years()),
    row("How far it had come", told(fields.status, (id) => label("statuses", id))),
    row("Led by", told(fields.lead)),
    row("Together with", joined("partners")),
    row("Money from", joined("funding", "funding")),
    row("Stage of the partnership", told(fields.stage, (id) => label("stages", id))),
  );

  const drawn = (pieces) => pieces.flatMap((piece) => {
    if (piece.kind === "cite") return numbers.has(piece.text) ? cite(piece.text) : [`[^${piece.text}]`];
    return piece.kind === "text" ? [piece.text] : [element(piece.kind, { text: piece.text })];
  });
  const story = () => values.story.flatMap((section) => {
    const body = blocks(section).map(({ kind, lines }) => {
      if (kind === "ul") return element("ul", {}, ...lines.map((line) => element("li", {}, ...drawn(line))));
      return element(kind === "h" ? "h5" : "p", {}, ...drawn(lines[0]));
    });
    const shown = section.heading === "What they did" && isProposed ? "What was proposed" : section.heading;
    return [...(shown ? [heading(shown)] : []), ...(body.length ? body : [element("p", {}, missing())])];
  });

  const ladder = (level) => element(
    "ol", { class: "ladder", "aria-label": "How far the change reached" },
    ...levels.map((one) => element("li", one.id === level ? { class: "is-on", "aria-current": "true" } : {}, element("span", { text: one.label }))),
  );
  const outcome = (one) => element(
    "li", { class: "outcome" },
    element("p", { class: "outcome__change" }, told(one.change), ...cite(one.source)),
    ladder(one.level),
    element(
      "dl", { class: "outcome__how" },
      row("Who says so", told(one.who)),
      row("How we know", isSaid(one.evidence) ? element("span", { class: "tag tag--evidence", text: label("evidence", one.evidence) }) : missing()),
      row("Compared with", told(one.compared_with)),
      row("How long after", told(one.after)),
    ),
  );
  const setback = (one) => element(
    "li", { class: `didnot__item${isSaid(one.kind) ? ` didnot__item--${text(one.kind)}` : ""}` },
    element("span", { class: "tag tag--kind", text: isSaid(one.kind) ? label("did_not_work_kinds", one.kind) : "Not answered yet" }),
    element("span", {}, told(one.what), ...cite(one.source)),
  );
  const condition = (one) => element(
    "li", {},
    element("strong", { text: isSaid(one.condition) ? label("conditions", one.condition) : "Not answered yet" }), " ",
    element("span", {}, told(one.note), ...cite(one.source)),
  );
  const answer = (one) => element(
    "li", {},
    element(
      "p", { class: "reasons__link" }, told(one.need, (id) => label("needs", id)), " ",
      element("span", { class: "reasons__by", text: "tackled by" }), " ", told(one.approach, (id) => label("approaches", id)),
    ),
    element("p", { class: "reasons__how" }, told(one.how)),
  );
  const source = (one) => element("li", {}, isSaid(one.told_by) ? `Told by: ${text(one.told_by)}${isSaid(one.told_on) ? `, ${text(one.told_on)}` : ""}.`
    : isSaid(one.publication) ? `${text(one.publication)} (${text(one.year)}), ${text(one.part)}.`
      : [titleOf(one.document), text(one.section)].filter(Boolean).join(", ") || missing());
  const related = (one) => element(
    "li", {}, element("p", { class: "reasons__link", text: titleOf(one.case) }), element("p", { class: "reasons__how" }, told(one.reason)),
  );

  const repeat = (one) => element(
    "li", {},
    element("p", { class: "reasons__link" }, told(one.where), " ", element("span", { class: "reasons__by" }, told(one.when))),
    element("p", { class: "reasons__how" }, element("strong", { text: "What was different:" }), " ", told(one.different)),
  );

  /** A list of entries, or why there is none. */
  const section = (title, name, kind, make, silent) => {
    const found = entries(name).filter(isObject);
    const told = fields[name] === NOT_REPORTED ? element("p", { text: silent }) : element("p", {}, missing());
    return [heading(title), found.length ? element(kind[0], { class: kind[1] }, ...found.map(make)) : told];
  };
  const effort = isObject(fields.effort) ? fields.effort : {};

  return element(
    "div", { class: "preview__page prose" },
    element(
      "p", { class: "kicker" }, element("span", { class: "tag tag--depth", text: values.kind === "brief" ? "Brief" : "Case study" }), " ",
      [said("place", "name"), typeof years() === "string" ? years() : ""].filter(Boolean).join(" · "), " ",
      isSaid(fields.status) ? element("span", { class: `tag tag--status tag--${text(fields.status)}`, text: `${label("statuses", fields.status)}${isProposed ? ": an idea, not evidence" : ""}` }) : "",
    ),
    element("h3", { class: "preview__title" }, told(fields.title)),
    ...(isSaid(fields.name) ? [element("p", { class: "called", text: text(fields.name) })] : []),
    element("p", { class: "lede" }, told(fields.summary)),
    facts(),
    ...story(),
    ...section("What changed, and how we know", "outcomes", ["ol", "outcomes"], outcome, isProposed ? "Nothing had changed yet: this was a proposal." : "Not reported."),
    ...section("What did not work", "did_not_work", ["ul", "didnot"], setback, "Not reported."),
    ...section(isProposed ? "What it would depend on" : "What it depended on", "conditions", ["ul", "conditions"], condition, "Not reported."),
    heading(isProposed ? "What it would take" : "What it took"),
    element("dl", { class: "facts facts--effort" }, row("Cost", told(effort.cost)), row("Time", told(effort.time)), row("People", told(effort.people))),
    ...section(isProposed ? "Which needs it was to tackle, and how" : "Which needs it tackled, and how", "answers", ["ul", "reasons"], answer, ""),
    ...(entries("repeats").length ? section("Where others did this too", "repeats", ["ul", "reasons"], repeat, "") : []),
    ...(entries("related").length ? section("Related cases", "related", ["ul", "reasons"], related, "") : []),
    ...section("Sources", "sources", ["ol", "sources-list"], source, ""),
  );
};
