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

/**
 * How many letters must be changed, added, dropped or swapped with the next to make one word of the other.
 * @param {string} one
 * @param {string} other
 */
export const distance = (one, other) => {
  const rows = [[...Array(other.length + 1).keys()]];
  for (let i = 1; i <= one.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let best = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + same);
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) best = Math.min(best, rows[i - 2][j - 2] + 1);
      rows[i].push(best);
    }
  }
  return rows[one.length][other.length];
};
