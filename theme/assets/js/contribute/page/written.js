// The file of a case as the form writes it (../record.js), read again: one field to a line, entries below their list. What
// people write by hand has more ways to be written, and is not read here. No DOM.

const LINE = /^( *)(- )?(?:([a-z_]+):(?: (.+))?|(.+))$/;

class NotOursError extends Error {}

/** A text between double quotation marks, a number, an id or a day. */
const scalar = (text) => {
  if (text.startsWith('"')) return JSON.parse(text);
  if (/^[0-9]{1,9}$/.test(text)) return Number(text);
  if (/^[a-z0-9][a-z0-9 -]*$/.test(text)) return text;
  throw new NotOursError(text);
};

/** The lines as {deep, isEntry, name, value}; an entry's first field stands two deeper than its dash. */
const read = (line) => {
  const [, spaces, dash, name, value, text] = LINE.exec(line) ?? [];
  if (spaces === undefined) throw new NotOursError(line);
  return { deep: spaces.length, isEntry: Boolean(dash), name, value: value ?? text };
};

const block = (lines, deep) => {
  const isList = lines[0]?.isEntry && lines[0].deep === deep;
  const made = isList ? [] : {};
  while (lines.length && lines[0].deep >= deep) {
    const line = lines[0];
    if (line.deep !== deep || line.isEntry !== isList) throw new NotOursError(line.name);
    if (isList) made.push(entry(lines, deep));
    else field(lines, deep, made);
  }
  return made;
};

const field = (lines, deep, made) => {
  const { name, value } = lines.shift();
  if (!name || Object.hasOwn(made, name)) throw new NotOursError(name);
  made[name] = value === undefined ? block(lines, deep + 2) : scalar(value);
};

const entry = (lines, deep) => {
  if (!lines[0].name) return scalar(lines.shift().value);
  lines[0] = { ...lines[0], deep: deep + 2, isEntry: false };
  return block(lines, deep + 2);
};

/** @returns {import("./data.js").Section[]} */
const sections = (body) => {
  const [before, ...rest] = `\n${body}`.split(/\n## /);
  const named = rest.map((part) => ({ heading: part.split("\n")[0].trim(), text: part.split("\n").slice(1).join("\n").trim() }));
  return [{ heading: "", text: before.trim() }, ...named].filter(({ text }) => text).map((one) => ({ ...one, format: "markdown" }));
};

/** What a file of the form holds; an error, where the form has not written it. @param {string} text */
export const written = (text) => {
  const [, head, body] = /^---\n([^]*?)\n---\n([^]*)$/.exec(text.replace(/\r\n?/g, "\n")) ?? [];
  if (head === undefined) throw new NotOursError("");
  const { depth, ...fields } = block(head.split("\n").map(read), 0);
  return { kind: depth, fields, story: sections(body) };
};
