// The form: groups of questions over one set of values. What is typed goes into the values at once; what is wrong is told
// next to an answer once it was left, or once the whole was checked.
import { element } from "../../search/dom.js";
import { at, put } from "./data.js";
import { errors } from "./errors.js";
import { control, folded, parts } from "./fields.js";
import { asKind } from "./kinds.js";
import { named as cited, renamed, sourceChoices, withIds } from "./sources.js";
import { story, whole } from "./story_fields.js";

/**
 * @typedef {import("./data.js").Values} Values
 * @param {import("./spec.js").Spec} spec
 * @param {HTMLElement} place
 * @param {{problems: (values: Values) => Problem[], changed: (values: Values) => void, announce: (words: string) => void, today: string}} does
 */
export const form = (spec, place, { problems, changed, announce, today }) => {
  /** @type {Values} */
  let values;
  let controls = [];
  let acts = [];
  const told = errors(place, () => problems(values));

  const sources = () => (Array.isArray(values.fields.sources) ? values.fields.sources : []);
  const withNames = () => withIds(sources(), spec.sourceWays);
  const change = (next) => {
    const before = sources();
    values = next;
    // Others refer to a source once there are two: from then on each has its name.
    if (sources().length > 1) values = { ...values, fields: { ...values.fields, sources: withNames() } };
    if (before.length === 1 && sources().length === 2) values = { ...values, fields: cited(values.fields, spec.fields, sources()[0].id) };
    if (before !== sources()) acts.forEach((act) => act());
    changed(values);
    told.draw();
  };

  const own = {
    read: (path) => (path[0] === spec.kindField ? values.kind : at(values.fields, path)),
    write: (path, value) => (path[0] === spec.kindField ? turn(value) : change({ ...values, fields: put(values.fields, path, value) })),
    readStory: () => values.story,
    writeStory: (next) => change({ ...values, story: next }),
    kind: () => values.kind,
    sources: () => sourceChoices(withNames(), spec.titleOf),
    /** The name of a source, which from now on is kept. */
    idOf: (number) => {
      change({ ...values, fields: { ...values.fields, sources: withNames() } });
      return sources()[number]?.id;
    },
    /** The name of a source that becomes one of another kind. */
    idFor: (way, id) => renamed(way, id, values),
    onSources: (act) => acts.push(act),
    sectionsOf: spec.sectionsOf,
    /** What a new entry says from the start: that it is told today. */
    fresh: (fields) => Object.fromEntries(fields.filter(({ kind }) => kind === "day").map(({ name }) => [name, today])),
    isRequired: (field, isInside) => (isInside ? field.isRequired : spec.required(values.kind).has(field.name)),
    watch: told.watch,
    announce,
  };

  const section = (group) => {
    const made = group.fields.map((field) => ({ field, one: control(field, () => [field.name], own) }));
    const stories = story(spec, group.id, own);
    controls.push(...made.map(({ one }) => one), ...stories);
    const nodes = (isLater) => made.filter(({ field }) => Boolean(field.isLater) === isLater).map(({ one }) => one.node);
    const title = element("h2", { id: `group-${group.id}`, tabindex: "-1", text: group.title });
    const help = element("p", { class: "asks__help", text: group.help ?? "" });
    return element(
      "section", { class: "asks", "aria-labelledby": title.id, "data-group": group.id },
      title, help, ...stories.map(({ node }) => node), ...nodes(false), ...folded(nodes(true)),
    );
  };

  /** The questions of one entry alone. @param {import("./data.js").Path} path */
  const entry = (path) => {
    const field = spec.field(path[0]);
    // The day is known: it is today.
    const made = parts(field.fields.filter(({ kind }) => kind !== "day"), () => path, own);
    controls.push(...made);
    const title = element("h2", { id: "group-only", tabindex: "-1", text: "We did this too" });
    return element("section", { class: "asks", "aria-labelledby": title.id }, title, ...made.map(({ node }) => node));
  };

  /** Draws the whole form for other values, or only what one entry asks. @param {Values} next @param {import("./data.js").Path} [only] */
  const open = (next, only) => {
    values = { ...next, story: whole(next.story, spec.sections(next.kind)) };
    told.forget(only);
    controls = [];
    acts = [];
    place.replaceChildren(...(only ? [entry(only)] : spec.asked(values.kind).map(section)));
    controls.forEach((one) => one.show());
    acts.forEach((act) => act());
  };

  /** The same case at another depth. */
  const turn = (kind) => {
    open(asKind(values, kind, spec));
    changed(values);
    place.querySelector(`[value="${kind}"]`)?.focus();
  };

  return { open, values: () => values, check: told.check, wrong: told.wrong, whereWrong: told.whereWrong };
};
