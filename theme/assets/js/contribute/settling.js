// What was filled in, made into fields: texts on one line, nothing empty, and what the form fills in itself.
// hooks/whatworks/forms/settling.py does the same: change both together.

/**
 * @typedef {{name: string, type: string, fill?: string, entry?: Node, fields?: Node[], ways?: {id: string, fields: string[]}[]}} Node
 *   a field as the specification describes it
 * @typedef {{kind: string, id?: string, fields: Record<string, unknown>, story: Section[]}} Values what was filled in
 * @typedef {{heading: string, text: string, format: "plain" | "markdown"}} Section
 */

export const NOT_REPORTED = "not reported";
const NUMBER = /^(?:0|[1-9][0-9]{0,8})$/;
const MOST = 10 ** 9;

export const isGroup = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const has = (group, name) => Object.hasOwn(group, name);

/** A text as a file can hold it: with plain line ends, and without what is no character. @param {string} text */
export const wellFormed = (text) => text.replace(/\r\n?/g, "\n").replace(/[\0\p{Surrogate}]/gu, "\ufffd");

/** The day two years later; for 29 February, the day before. @param {string} day */
export const twoYearsOn = (day) => `${Number(day.slice(0, 4)) + 2}${day.slice(4).replace("02-29", "02-28")}`;

const number = (node, value) => {
  if (!Number.isInteger(value) || Math.abs(value) >= MOST) return undefined;
  return node.type === "number" ? value : String(value);
};

/** A value as a file holds it; `undefined` if it is empty or is no such value. */
const settle = (node, value, path, kept) => {
  if (Array.isArray(value) && node.type === "list") return list(node, value, path, kept);
  if (isGroup(value) && node.type === "group") return group(node.fields, value, path, kept);
  if (typeof value === "number") return number(node, value);
  if (typeof value !== "string") return undefined;
  const text = wellFormed(value).replace(/[ \t]*[\t\n][ \t\n]*/g, " ").replace(/^ +| +$/g, "");
  return node.type === "number" && NUMBER.test(text) ? Number(text) : text || undefined;
};

const list = (node, value, path, kept) => {
  const entries = [], places = [];
  value.forEach((one, at) => {
    const settled = settle(node.entry, one, [...path, entries.length], kept);
    if (settled === undefined) return;
    entries.push(settled);
    places.push(at);
  });
  kept.set(JSON.stringify(path), places);
  return entries.length ? entries : undefined;
};

const group = (nodes, value, path, kept) => {
  const settled = {};
  for (const node of nodes) {
    const inner = has(value, node.name) ? settle(node, value[node.name], [...path, node.name], kept) : undefined;
    if (inner !== undefined) settled[node.name] = inner;
  }
  return Object.keys(settled).length ? settled : undefined;
};

const filledBy = (node, fill) => node?.fields?.find((field) => field.fill === fill)?.name;

/** Which kind of source an entry is, by the fields that it has. @param {Node} node */
export const wayOf = (node, entry) =>
  node.ways?.find((way) => way.fields.some((name) => has(entry, name)))?.id ?? "source";

/** The first of `account`, `account-2`, `account-3` … that is not taken. @param {string} base @param {string[]} taken */
export const freeId = (base, taken) => {
  let id = base;
  for (let at = 2; taken.includes(id); at++) id = `${base}-${at}`;
  return id;
};

/** The ids of the sources, each given one where it has none. */
const ids = (nodes, fields) => {
  for (const node of nodes) {
    const key = filledBy(node.entry, "id");
    if (!key || !Array.isArray(fields[node.name])) continue;
    const entries = fields[node.name].filter(isGroup);
    for (const entry of entries) {
      const taken = entries.filter((other) => has(other, key)).map((other) => other[key]);
      if (!has(entry, key)) entry[key] = freeId(wayOf(node, entry), taken);
    }
    return entries.map((entry) => entry[key]);
  }
  return [];
};

/** Names the only source wherever a group tells something and names none. */
const cite = (node, value, id) => {
  if (Array.isArray(value)) return value.forEach((entry) => cite(node.entry, entry, id));
  const key = isGroup(value) && filledBy(node, "source");
  if (key && !has(value, key) && Object.values(value).some((one) => one !== NOT_REPORTED)) value[key] = id;
};

/**
 * The fields of a record, and where each entry of a list stood before empty ones were left out.
 * @param {Values} values @param {{fields: Node[]}} spec @param {string} today a day like 2026-11-22
 * @returns {{fields: Record<string, any>, kept: Map<string, number[]>}}
 */
export const settled = (values, spec, today) => {
  const kept = new Map();
  const fields = (isGroup(values.fields) && group(spec.fields, values.fields, [], kept)) || {};
  const fills = { kind: values.kind, today, review: twoYearsOn(today) };
  for (const { name, fill } of spec.fields) if (fills[fill] && (fill === "kind" || !has(fields, name))) fields[name] = fills[fill];
  const sources = ids(spec.fields, fields);
  if (sources.length === 1) for (const node of spec.fields) cite(node, fields[node.name], sources[0]);
  return { fields, kept };
};
