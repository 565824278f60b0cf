// A story as pieces to show: what was typed as plain text, or the Markdown of a record, simplified. No DOM.

/**
 * @typedef {{kind: "text" | "strong" | "em" | "cite", text: string}} Piece
 * @typedef {{kind: "p" | "ul" | "h", lines: Piece[][]}} Block
 */

const CITATION = /\[\^([a-z0-9][a-z0-9-]*)\]/;
const MARKS = /\[\^([a-z0-9][a-z0-9-]*)\]|\*\*(.+?)\*\*|\*([^*\s][^*]*)\*|\[([^\]]*)\]\([^)]*\)/;

/** @param {string} text @param {RegExp} pattern @returns {Piece[]} */
const pieces = (text, pattern) => {
  const found = pattern.exec(text);
  if (!found) return text ? [{ kind: "text", text }] : [];
  const [whole, cite, strong, em, link] = found;
  const piece = cite !== undefined ? { kind: "cite", text: cite }
    : strong !== undefined ? { kind: "strong", text: strong }
      : em !== undefined ? { kind: "em", text: em } : { kind: "text", text: link };
  const before = text.slice(0, found.index);
  return [...(before ? [{ kind: "text", text: before }] : []), piece, ...pieces(text.slice(found.index + whole.length), pattern)];
};

const block = (lines, pattern) => {
  if (/^### /.test(lines[0]) && pattern === MARKS) return { kind: "h", lines: [pieces(lines[0].slice(4), pattern)] };
  if (!lines[0].startsWith("- ")) return { kind: "p", lines: [pieces(lines.join(" "), pattern)] };
  const entries = [];
  for (const line of lines) {
    if (line.startsWith("- ")) entries.push(line.slice(2));
    else entries[entries.length - 1] += ` ${line.trim()}`;
  }
  return { kind: "ul", lines: entries.map((entry) => pieces(entry, pattern)) };
};

/** @param {{text: string, format: string}} section @returns {Block[]} */
export const blocks = ({ text, format }) => text.split(/\n\s*\n/)
  .map((one) => one.split("\n").map((line) => line.trimEnd()).filter(Boolean))
  .filter((lines) => lines.length)
  .map((lines) => block(lines, format === "markdown" ? MARKS : CITATION));
