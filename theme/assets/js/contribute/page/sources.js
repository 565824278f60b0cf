// The sources of a case, as other answers refer to them. No DOM.
import { isObject, isSaid } from "./data.js";

const text = (value) => (typeof value === "string" || typeof value === "number" ? String(value).trim() : "");

/** Which kind of source an entry is, by what it says. @param {{id: string, fields: string[]}[]} ways */
export const wayOf = (entry, ways) => ways.find(({ fields }) => fields.some((name) => isSaid(entry?.[name])));

const free = (base, taken) => {
  let number = 1;
  while (taken.includes(number === 1 ? base : `${base}-${number}`)) number += 1;
  return number === 1 ? base : `${base}-${number}`;
};

/** The sources with an id each: others refer to them, so ids must not change later. */
export const withIds = (sources, ways) => {
  const taken = sources.map((one) => text(one?.id)).filter(Boolean);
  return sources.map((one) => {
    if (!isObject(one) || text(one.id)) return one;
    const id = free(wayOf(one, ways)?.id ?? "source", taken);
    taken.push(id);
    return { ...one, id };
  });
};

/** The names of the fields inside one that say which source tells it. @param {import("./spec.js").Field} field */
const citingName = ({ fields = [] }) => fields.find(({ fill }) => fill === "source")?.name;

/** A group that names this source, unless it names one or says nothing. */
const citing = (group, name, id) => (isObject(group) && isSaid(group) && !isSaid(group[name]) ? { ...group, [name]: id } : group);

/**
 * What rested on the only source names it, before there is another.
 * @param {Record<string, unknown>} fields @param {import("./spec.js").Field[]} asked @param {string} id
 */
export const named = (fields, asked, id) => {
  const next = { ...fields };
  for (const field of asked.filter(citingName)) {
    const value = fields[field.name];
    if (Array.isArray(value)) next[field.name] = value.map((one) => citing(one, citingName(field), id));
    else if (isObject(value)) next[field.name] = citing(value, citingName(field), id);
  }
  return next;
};

/** Whether a field or the story refers to a source. */
const isCited = (id, { fields: { sources, ...others }, story }) => JSON.stringify(others).includes(JSON.stringify(id))
  || story.some(({ text: words }) => words.includes(`[^${id}]`));

/** The name of a source that becomes one of another kind: a new one, unless something refers to the old one already. */
export const renamed = (way, id, values) => {
  const others = values.fields.sources.map((one) => text(one?.id)).filter((one) => one !== id);
  return isCited(id, values) ? id : free(way, others);
};

/** How people tell the sources apart. @returns {import("./spec.js").Choice[]} */
export const sourceChoices = (sources, titleOf) => sources.filter(isObject).map((one, at) => ({
  id: text(one.id),
  label: `Source ${at + 1}: ${text(one.told_by) || text(one.publication) || (text(one.document) && titleOf(one.document)) || "not described yet"}`,
}));

/**
 * A text with a citation at the end of the paragraph in which the cursor stands.
 * @returns {{text: string, cursor: number}}
 */
export const cited = (typed, cursor, id) => {
  const rest = typed.slice(cursor).search(/\n/);
  const end = rest < 0 ? typed.length : cursor + rest;
  const before = typed.slice(0, end).trimEnd();
  return { text: `${before}[^${id}]${typed.slice(end)}`, cursor: before.length + id.length + 3 };
};
