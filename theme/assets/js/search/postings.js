// Where each word stands: read from the texts of the table, and from what hooks/whatworks/search/index.py packed.
import { words } from "./words.js";

/**
 * @typedef {{entry: number, field: string}} Place
 * @typedef {{fields: string[], weights: Record<string, number>, places: Map<string, Place[]>}} Index
 */

const FIRST = 35;
const BACKSLASH = 92;
const LAST = 60;
const MORE = 31;
const A = 65;

const valueOf = (code) => code - FIRST - (code > BACKSLASH ? 1 : 0);

/** The numbers of a run: those below LAST end one, the others go before. @param {string} run */
export const numbers = (run) => {
  const found = [];
  let before = 0;
  for (let at = 0; at < run.length; at++) {
    const value = valueOf(run.charCodeAt(at));
    if (value >= LAST) before = before * MORE + value - LAST + 1;
    else {
      found.push(before * LAST + value);
      before = 0;
    }
  }
  return found;
};

/** The places of one packed word: steps from entry to entry, each with the set of fields. */
const placesOf = (run, hidden) => {
  const sets = 2 ** hidden.length - 1;
  let entry = 0;
  return numbers(run).flatMap((number) => {
    entry += Math.floor(number / sets);
    const set = (number % sets) + 1;
    return hidden.filter((_, bit) => set & (1 << bit)).map((field) => ({ entry, field }));
  });
};

/** Words of which each is told as what it shares with the one before (A: nothing) and the rest. @param {string} told */
export const lengthened = (told) => {
  let before = "";
  return (told.match(/[A-Z][^A-Z]*/g) ?? []).map((part) => {
    before = before.slice(0, part.charCodeAt(0) - A) + part.slice(1);
    return before;
  });
};

/** Every word of a text, also those that are joined by a hyphen, in one. @param {string} text */
export const indexed = (text) => {
  const joined = (text.match(/[\p{L}\p{M}\p{N}'’]+(?:[-‐‑][\p{L}\p{M}\p{N}'’]+)+/gu) ?? []);
  return [...words(text), ...joined.map((one) => words(one).join(""))];
};

/** @returns {Index} `packed`: one or more of what index.py packed */
export const postings = (entries, told, packed) => {
  const places = new Map();
  const add = (word, found) => places.set(word, [...(places.get(word) ?? []), ...found]);
  for (const { hidden, words: known, runs } of packed) {
    const run = runs.split(" ");
    lengthened(known).forEach((word, at) => add(word, placesOf(run[at], hidden)));
  }
  const weights = Object.assign({}, ...packed.map((one) => one.weights));
  entries.forEach((entry, at) => {
    for (const field of told) {
      if (!entry[field]) continue;
      for (const word of new Set(indexed(String(entry[field])))) add(word, [{ entry: at, field }]);
    }
  });
  return { weights, places };
};
