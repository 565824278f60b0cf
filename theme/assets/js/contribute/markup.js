// The Markdown of a story: its paragraphs, headings, links and figures. hooks/whatworks/markup.py and figures.py say the
// same in Python, and their patterns are used here: change both together.
import { all, first, pattern } from "./patterns.js";

/** A text blanked out, every line end in its place. @param {string} text */
const blank = (text) => text.replace(/[^\n]/g, " ");

/** The text with a part blanked out. */
export const without = (text, start, end) => text.slice(0, start) + blank(text.slice(start, end)) + text.slice(end);

/** The text with code blanked out. */
export const masked = (spec, text) => text.replace(pattern(spec, "code"), blank);

/** Each piece of HTML, what stands inside it included: where it begins and ends, and its first tag. */
export const elements = (spec, text) => {
  const found = [], unclosed = new Set(), lower = text.toLowerCase();
  let end = 0;
  for (const { 0: own, index } of all(spec, "html", text)) {
    if (index < end) continue;
    const name = own.startsWith("<!--") ? "!--" : tagName(spec, own);
    const closer = name === "!--" ? "-->" : `</${name.slice(1).toLowerCase()}`;
    end = index + own.length;
    const place = name && !unclosed.has(closer) ? lower.indexOf(closer, index + 1) : -1;
    if (place >= 0) end = Math.max(end, lower.indexOf(">", place) + 1 || text.length);
    if (end === index + own.length) unclosed.add(closer);
    found.push({ start: index, end, tag: own.trim() });
  }
  return found;
};

const tagName = (spec, tag) => {
  const found = first(spec, "tagName", tag);
  return found?.index === 0 ? found[0] : "";
};

/** What a reader reads: HTML, variables, citations and the targets of links blanked out. */
export const prose = (spec, text) => {
  for (const { start, end } of elements(spec, text)) text = without(text, start, end);
  return text.replace(pattern(spec, "variable"), blank).replace(pattern(spec, "citation"), blank)
    .replace(pattern(spec, "target"), blank);
};

/** The blocks of a story, headings left out. @returns {{text: string, offset: number}[]} */
export const paragraphs = (spec, text) => all(spec, "paragraph", text).map((one) => ({ text: one[0], offset: one.index }));

/** The ids that a text cites, with their places. @returns {{id: string, offset: number}[]} */
export const citations = (spec, text) => all(spec, "citation", text).map((one) => ({ id: one[1], offset: one.index }));

/** The headings in order. @returns {{depth: number, words: string, offset: number}[]} */
export const headings = (spec, text) => {
  const body = masked(spec, text);
  const marked = all(spec, "heading", body).map((one) => ({ depth: one[1].length, words: one[2], offset: one.index }));
  const underlined = all(spec, "underlined", body)
    .map((one) => ({ depth: one[2][0] === "=" ? 1 : 2, words: one[1], offset: one.index }));
  return [...marked, ...underlined].sort((one, other) => one.offset - other.offset)
    .map((one) => ({ ...one, words: one.words.trim() }));
};

/** How many words a reader reads. */
export const words = (spec, text) => all(spec, "word", text.replace(pattern(spec, "target"), blank)
  .replace(pattern(spec, "citation"), "")).length;

/** How many sentences a plain text has. */
export const sentences = (spec, text) => text.trim().split(pattern(spec, "sentenceEnd")).filter((one) => one).length;

/** The figures in a text, in order. @returns {{text: string, offset: number}[]} */
export const figures = (spec, text) => all(spec, "figures", text.replace(pattern(spec, "notFigures"), (one) => " ".repeat(one.length)))
  .map(({ 0: found, index }) => ({ text: text.slice(index, index + found.length), offset: index }));

/** A figure without spaces and capitals, for comparing: £30 million is £30m. @param {string} figure */
export const plain = (figure) => figure.replace(/[\s,-]/g, "").toLowerCase()
  .replace(/(?<=\p{Nd})million/gu, "m").replace(/(?<=\p{Nd})billion/gu, "bn");

/** The target of each link of a story. @returns {{target: string, offset: number}[]} */
export const links = (spec, text) => {
  const [source, flags] = spec.patterns.link;
  return [...masked(spec, text).matchAll(new RegExp(source, `${flags}d`))].map((found) => {
    const own = found[1] === undefined ? 2 : 1;
    return { target: found[own], offset: found.indices[own][0] };
  });
};
