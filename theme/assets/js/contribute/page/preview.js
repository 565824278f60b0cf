// The page of a case as it will look, from what is typed. It follows hooks/whatworks/pages/templates/case.md.j2; headings
// stand two levels lower, because this is a page within a page.
import { element } from "../../search/dom.js";
import { isObject, isSaid } from "./data.js";
import { answer, condition, outcome, related, repeat, setback, source } from "./preview_entries.js";
import { entries, groups, marks, row, text, told, years } from "./preview_parts.js";
import { blocks } from "./story.js";

const heading = (words) => element("h4", { text: words });

const head = ({ kind, fields }, spec, isProposed) => [
  element(
    "p", { class: "kicker" }, element("span", { class: "tag tag--depth", text: kind === "brief" ? "Brief" : "Case study" }), " ",
    [isObject(fields.place) ? text(fields.place.name) : "", years(fields)].filter(Boolean).join(" · "), " ",
    ...(isSaid(fields.status)
      ? [element("span", { class: `tag tag--status tag--${text(fields.status)}`, text: `${spec.label("statuses", fields.status)}${isProposed ? ": an idea, not evidence" : ""}` })]
      : []),
  ),
  element("h3", { class: "preview__title" }, told(fields.title)),
  ...(isSaid(fields.name) ? [element("p", { class: "called", text: text(fields.name) })] : []),
  element("p", { class: "lede" }, told(fields.summary)),
];

const facts = (fields, spec) => {
  const term = (name, list) => told(fields[name], (id) => spec.label(list, id));
  const several = (name, list) => told(fields[name], () => entries(fields, name).map((one) => (list ? spec.label(list, one) : text(one))).join("; "));
  const where = ({ name, region }) => [text(name), ...(isSaid(region) ? [spec.label("regions", region)] : [])].filter(Boolean).join(", ");
  return element(
    "dl", { class: "facts" },
    row("Where", told(isObject(fields.place) ? fields.place : "", where)),
    row("Kind of partnership", term("setting", "settings")),
    row("Who it was for", several("audiences", "audiences")),
    row("When", told(isObject(fields.dates) ? years(fields) : fields.dates)),
    row("How far it had come", term("status", "statuses")),
    row("Led by", told(fields.lead)),
    row("Together with", several("partners")),
    row("Money from", several("funding", "funding")),
    row("Stage of the partnership", term("stage", "stages")),
  );
};

const drawn = (pieces, cite) => pieces.flatMap(({ kind, text: words }) => {
  if (kind === "text") return [words];
  if (kind !== "cite") return [element(kind, { text: words })];
  const mark = cite(words);
  return mark.length ? mark : [`[^${words}]`];
});

const block = ({ kind, lines }, cite) => (kind === "ul"
  ? element("ul", {}, ...lines.map((line) => element("li", {}, ...drawn(line, cite))))
  : element(kind === "h" ? "h5" : "p", {}, ...drawn(lines[0], cite)));

const story = (sections, cite, isProposed) => sections.filter(({ text: words }) => words.trim()).flatMap((section) => {
  const shown = section.heading === "What they did" && isProposed ? "What was proposed" : section.heading;
  return [...(shown ? [heading(shown)] : []), ...blocks(section).map((one) => block(one, cite))];
});

/** @param {import("./data.js").Values} values as they would be written @param {import("./spec.js").Spec} spec */
export const preview = ({ kind, fields, story: sections }, spec) => {
  const cite = marks(fields);
  const isProposed = fields.status === "proposed";
  const section = (title, name, tag, make) => {
    const found = groups(fields, name).map((one) => make(one, { spec, cite }));
    return [heading(title), found.length ? element(tag[0], { class: tag[1] }, ...found) : element("p", {}, told(fields[name]))];
  };
  const where = (title, name, make) => (entries(fields, name).length ? section(title, name, ["ul", "reasons"], make) : []);
  const effort = isObject(fields.effort) ? fields.effort : {};
  return element(
    "div", { class: "preview__page prose" },
    ...head({ kind, fields }, spec, isProposed),
    facts(fields, spec),
    ...story(sections, cite, isProposed),
    ...section("What changed, and how we know", "outcomes", ["ol", "outcomes"], outcome),
    ...section("What did not work", "did_not_work", ["ul", "didnot"], setback),
    ...section(isProposed ? "What it would depend on" : "What it depended on", "conditions", ["ul", "conditions"], condition),
    heading(isProposed ? "What it would take" : "What it took"),
    element("dl", { class: "facts facts--effort" }, row("Cost", told(effort.cost)), row("Time", told(effort.time)), row("People", told(effort.people))),
    ...section(isProposed ? "Which needs it was to tackle, and how" : "Which needs it tackled, and how", "answers", ["ul", "reasons"], answer),
    ...where("Where others did this too", "repeats", repeat),
    ...where("Related cases", "related", related),
    ...section("Sources", "sources", ["ol", "sources-list"], source),
  );
};
