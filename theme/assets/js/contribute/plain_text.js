// What somebody typed as Markdown in which it means itself: a blank line parts paragraphs, lines that begin with "- " are
// a list, and [^id] cites a source. hooks/whatworks/forms/plain_text.py does the same: change both together.
import { pattern } from "./patterns.js";

const WRITTEN = { "&": "&amp;", "<": "&lt;", "{": "&lbrace;", "}": "&rbrace;" };
const BEGUN = { ":": "&colon;", "~~~": " ~~~" };

const trimmed = (text) => text.replace(/^[ \t]+|[ \t]+$/g, "");

/** A text on one line, wherever it stands. @param {string} text @returns {string} */
export const inline = (text, spec) => text.replace(pattern(spec, "special"),
  (found, kept) => (kept === undefined ? WRITTEN[found] ?? `\\${found}` : found));

const beginning = (found) => (/^[0-9]/.test(found) ? `${found}\\` : BEGUN[found] ?? `\\${found}`);

/** The one line of a paragraph or of an entry of a list. */
const block = (text, spec) => inline(text, spec).replace(pattern(spec, "beginning"), beginning);

/** The lists and the paragraphs of a text without blank lines. */
const blocks = (text, spec) => {
  const runs = [];
  for (const line of text.split("\n").map(trimmed).filter((one) => one)) {
    const isList = line.startsWith("- ");
    if (runs.at(-1)?.isList !== isList) runs.push({ isList, lines: [] });
    runs.at(-1).lines.push(line);
  }
  return runs.map(({ isList, lines }) => (isList
    ? lines.map((line) => `- ${block(trimmed(line.slice(2)), spec).replace(/^ +| +$/g, "")}`).join("\n")
    : block(lines.join(" "), spec)));
};

/** The Markdown of a typed text. @param {string} text @returns {string} */
export const asMarkdown = (text, spec) =>
  text.split(/\n(?:[ \t]*\n)+/).flatMap((part) => blocks(part, spec)).join("\n\n");
