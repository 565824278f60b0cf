// How text becomes words. hooks/whatworks/search/words.py does the same to the records: change both together.
const WORD = /[\p{L}\p{N}]+/gu;

/** The text without capitals, accents and apostrophes: "People's café" is "people cafe". */
export const fold = (text) => text.normalize("NFKD").toLowerCase()
  .replace(/\p{M}/gu, "").replace(/['’]s\b/g, "").replace(/['’]/g, "");

/** Every word of the text, folded. */
export const words = (text) => fold(text).match(WORD) ?? [];

/**
 * The text in pieces, each with whether it is one of the words that were found.
 * @param {string} text
 * @param {Set<string>} found folded words
 * @returns {{text: string, found: boolean}[]}
 */
export const marked = (text, found) => text.split(/([\p{L}\p{M}\p{N}'’]+)/u)
  .filter((piece) => piece)
  .map((piece) => ({ text: piece, found: words(piece).some((word) => found.has(word)) }));
