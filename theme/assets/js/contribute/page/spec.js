// The specification of the form (form.json) as the form uses it. No DOM.

/**
 * @typedef {{id: string, label: string, definition?: string, group?: string, synonyms?: string[]}} Choice
 * @typedef {{
 *   name: string, title: string, question: string, help: string, good: string, poor?: {text: string, why: string},
 *   kind: "line" | "text" | "number" | "day" | "choice" | "ticks" | "list" | "entries" | "group", isRequired: boolean,
 *   isSilent: boolean, isLater: boolean, most?: number, mostEntries?: number, choices?: Choice[], record?: string,
 *   fill?: string, item?: string, fields?: Field[], ways?: {id: string, label: string, fields: string[]}[],
 * }} Field
 */

const NOT_REPORTED = "not reported";
const LONG_LINE = 200;

/** The terms of a vocabulary to choose from; those that only gather others are their headings. @returns {Choice[]} */
const terms = (vocabulary, isNarrowest) => {
  const label = new Map(vocabulary.terms.map((one) => [one.id, one.label]));
  const gathers = new Set(vocabulary.terms.map(({ broader }) => broader).filter(Boolean));
  return vocabulary.terms
    .filter(({ id }) => !(isNarrowest && gathers.has(id)))
    .map(({ id, label: shown, definition, broader, synonyms }) => ({
      id, label: shown, definition, group: label.get(broader), synonyms,
    }));
};

const choices = (node, spec) => {
  if (node.vocabulary) return terms(spec.vocabularies[node.vocabulary], node.narrowest);
  if (node.record === "case study") return Object.entries(spec.cases).map(([id, label]) => ({ id, label })).sort((one, other) => one.label.localeCompare(other.label));
  if (node.record === "source") return Object.entries(spec.documents).map(([id, { title, year }]) => ({ id, label: `${title} (${year})` }));
  return (node.choices ?? []).map((id) => ({ id, label: id.slice(0, 1).toUpperCase() + id.slice(1), definition: spec.kinds[id]?.description }));
};

const kindOf = (node) => {
  if (node.type === "list") return { choice: "ticks", group: "entries" }[node.entry.type] ?? "list";
  if (node.type === "text") return (node.limits.maxLength ?? 0) > LONG_LINE ? "text" : "line";
  return { date: "day" }[node.type] ?? node.type;
};

/** An example in words, where it can be told in words. */
const example = ({ examples = [] }, kind) => {
  const first = examples.find((one) => one !== NOT_REPORTED);
  if (["line", "text"].includes(kind)) return first === undefined ? "" : String(first);
  return kind === "list" && Array.isArray(first) ? first.join("; ") : "";
};

/** What is never said twice: a help that only describes what the question asks. */
const helpOf = ({ help, description, question, title }) => (help === question || (help === description && question !== title) ? "" : help);

/** The fields that an entry of one kind cannot do without: those that others of its kind ask for. */
const needed = ({ together = {} }) => new Set(Object.values(together).flat());

/** @returns {Field} */
const field = (node, spec) => {
  const kind = kindOf(node);
  const chosen = kind === "ticks" ? node.entry : node;
  const inner = (kind === "entries" ? node.entry : node).fields ?? [];
  return {
    name: node.name, title: node.title, question: node.question, help: helpOf(node), good: example(node, kind), poor: node.poor,
    kind, isRequired: node.required === true, kinds: Array.isArray(node.required) ? node.required : [],
    isSilent: node.silence, isLater: node.ask === "later", most: node.limits.maxLength ?? node.entry?.limits.maxLength,
    mostEntries: node.limits.maxItems, record: node.record, fill: node.fill, item: node.item, ways: node.ways,
    ...(kind === "choice" || kind === "ticks" ? { choices: choices(chosen, spec) } : {}),
    ...(inner.length ? { fields: inside(node, inner, spec) } : {}),
  };
};

const inside = (node, inner, spec) => {
  const together = needed(node.entry ?? {});
  return inner
    .filter(({ ask, fill }) => ask !== "never" && fill !== "id")
    .map((one) => field({ ...one, required: one.required || together.has(one.name) }, spec));
};

/** @param {any} data form.json */
export const specification = (data) => {
  const fields = new Map(data.fields.map((node) => [node.name, field(node, data)]));
  const isAsked = (name) => data.fields.find((node) => node.name === name)?.ask !== "never";
  const groups = data.groups.map((group) => ({ ...group, fields: group.fields.filter(isAsked).map((name) => fields.get(name)) }));
  const sections = (kind) => (data.kinds[kind]?.story ?? []).map((one) => ({
    heading: one.heading, group: one.group ?? groups.at(-1).id, question: one.question ?? one.heading, help: one.help ?? "",
    good: one.example ?? "", poor: one.poor, isRequired: one.required || one.heading === "",
  }));
  const term = (list, id) => data.vocabularies[list]?.terms.find((one) => one.id === id);
  return {
    data, groups, fields: [...fields.values()],
    kinds: Object.keys(data.kinds),
    field: (name) => fields.get(name),
    /** The fields that a kind cannot do without. */
    required: (kind) => new Set([...fields.values()].filter(({ kinds }) => kinds.includes(kind)).map(({ name }) => name)),
    /** The sections of the story that a kind is asked for. */
    sections,
    /** The groups in which a kind is asked for anything. */
    asked: (kind) => groups.filter((group) => group.fields.length || sections(kind).some((one) => one.group === group.id)),
    knows: (list, id) => term(list, id) !== undefined,
    label: (list, id) => term(list, id)?.label ?? String(id ?? ""),
    titleOf: (id) => data.cases[id] ?? data.documents[id]?.title ?? String(id ?? ""),
    sectionsOf: (document) => (data.documents[document]?.sections ?? []).map(({ id, title }) => ({ id, label: title })),
    sourceWays: fields.get("sources")?.ways ?? [],
    kindField: [...fields.values()].find(({ fill }) => fill === "kind")?.name,
    levels: data.vocabularies.outcome_levels?.terms ?? [],
  };
};
