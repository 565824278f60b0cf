// A document as Rich Text, which every word processor opens: text in ASCII, other characters as \uN with ? for old programs.
// No DOM. The marks are those of the Rich Text Format 1.9.1: \outlinelevel and styles make headings, \trhdr a header row.

const WIDTH = 15100; // of a table, in twentieths of a point: A4 on its side without its margins
const OPEN = String.raw`{\rtf1\ansi\ansicpg1252\uc1\deff0\deflang2057{\fonttbl{\f0\fswiss\fcharset0 Arial;}}`;
const STYLES = String.raw`{\stylesheet{\s0\f0\fs21 Normal;}{\s1\outlinelevel0\b\f0\fs40 heading 1;}{\s2\outlinelevel1\b\f0\fs28 heading 2;}}`;
const PAGE = String.raw`\paperw16838\paperh11906\landscape\margl850\margr850\margt850\margb850\lang2057\f0\fs21`;
const BORDERS = ["t", "l", "b", "r"].map((side) => String.raw`\clbrdr${side}\brdrs\brdrw8`).join("");

const NAMED = new Map([["\\", "\\\\"], ["{", "\\{"], ["}", "\\}"], ["\n", "\\line "], ["\t", "\\tab "]]);
const isControl = (code) => code < 0x20 || (code >= 0x7f && code <= 0x9f);
const isSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** One UTF-16 unit; above 32767 the number is negative. @param {string} unit */
const unit = (unit) => {
  const code = unit.charCodeAt(0);
  if (NAMED.has(unit)) return NAMED.get(unit);
  if (isControl(code)) return "";
  return code < 0x7f ? unit : `\\u${code > 0x7fff ? code - 0x10000 : code}?`;
};

/** Text in which nothing means anything to a reader of Rich Text. @param {string} text */
export const escaped = (text) =>
  text.replace(/\r\n?|[\u2028\u2029]/g, "\n").replace(isSurrogate, "\uFFFD").split("").map(unit).join("");

const paragraph = (marks, text) => `\\pard${marks} ${text}\\par\n`;
const row = (cells, isHead) => {
  const ends = cells.map((_, at) => `${BORDERS}\\cellx${Math.round((WIDTH * (at + 1)) / cells.length)}`).join("");
  const texts = cells.map((text) => `\\pard\\intbl\\fs18 ${isHead ? `{\\b ${escaped(text)}}` : escaped(text)}\\cell\n`).join("");
  return `\\trowd\\trgaph80\\trkeep${isHead ? "\\trhdr" : ""}${ends}\n${texts}\\row\n`;
};

const WRITE = {
  title: ({ text }) => paragraph("\\s1\\outlinelevel0\\sa160\\b\\fs40", `${escaped(text)}\\b0\\fs21`),
  heading: ({ text }) => paragraph("\\s2\\outlinelevel1\\keepn\\sb240\\sa100\\b\\fs28", `${escaped(text)}\\b0\\fs21`),
  pair: ({ label, text }) => paragraph("\\s0\\sa100\\fs21", `{\\b ${escaped(label)}:} ${escaped(text)}`),
  small: ({ text }) => paragraph("\\s0\\sb240\\fs16", escaped(text)),
  table: ({ head, rows }) => row(head, true) + rows.map((cells) => row(cells, false)).join("") + paragraph("\\s0", ""),
};

/** @param {import("./paper.js").Block[]} blocks the first one is the title @returns {string} ASCII only */
export const rtf = (blocks) =>
  `${OPEN}${STYLES}{\\info{\\title ${escaped(blocks[0].text)}}}\n${PAGE}\n${blocks.map((block) => WRITE[block.kind](block)).join("")}}\n`;
