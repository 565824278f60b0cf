// The words of the index that a reader may mean by a word: the same, one of its forms, one it begins, or one it misspells.
import { distance, distanceFromStart, slips } from "./spelling.js";

/**
 * @typedef {{word: string, how: "same" | "form" | "variant" | "start" | "typo" | "like", weight: number, stem: string}} Form
 */

const MOST_STARTED = 30;
const SHORTEST = 4;
const MOST_MISSPELT = 4;
const WEIGHTS = { same: 1, form: 0.95, variant: 0.95, start: 0.7 };
// A word that is all there is nearer than one that is only begun.
const HALF_TYPED = 0.5;
const TYPO_WEIGHTS = [0, 0.6, 0.45];
// Forms that no rule of endings leads to.
const IRREGULAR = new Map(Object.entries({
  men: "man", women: "woman", children: "child", people: "person", taught: "teach", ran: "run", met: "meet", led: "lead",
  left: "leave", leaving: "leave", spent: "spend", bought: "buy", brought: "bring", thought: "think", knew: "know",
  known: "know", grew: "grow", grown: "grow", spoke: "speak", spoken: "speak", wrote: "write", written: "write",
  held: "hold", kept: "keep", lent: "lend", paid: "pay", sent: "send", told: "tell", felt: "feel", fell: "fall",
  fallen: "fall", chose: "choose", chosen: "choose", drew: "draw", drawn: "draw", lost: "lose", built: "build",
  sought: "seek", understood: "understand", won: "win", broke: "break", broken: "break", youths: "youth", lives: "life",
}));

/** The same word however Americans write it. */
const british = (word) => word
  .replace(/(..)iz(e|es|ed|er|ers|ing|ation|ations)$/, "$1is$2")
  .replace(/^(behavi|neighb|lab|col|fav|hon|harb|rum)or(?!ous)/, "$1our")
  .replace(/^center/, "centre").replace(/^program(s?)$/, "programme$1").replace(/^gray/, "grey");

/**
 * @param {(word: string) => string} cut the stemmer
 * @param {Map<string, unknown>} places where each known word stands
 */
export const vocabulary = (cut, places) => {
  const all = [...places.keys()].sort();
  const stems = new Map();
  const stem = (word) => {
    if (!stems.has(word)) stems.set(word, cut(british(IRREGULAR.get(word) ?? word)));
    return stems.get(word);
  };
  const byStem = new Map();
  for (const word of all) byStem.set(stem(word), [...(byStem.get(stem(word)) ?? []), word]);
  const form = (word, how, weight = WEIGHTS[how]) => ({ word, how, weight, stem: stem(word) });

  const nearness = (own, word) => {
    if (own === word) return "same";
    return cut(own) === cut(word) ? "form" : "variant";
  };
  const sameStem = (word) => (byStem.get(stem(word)) ?? []).map((own) => form(own, nearness(own, word)));

  const started = (word) => {
    if (word.length < 2) return [];
    const first = firstAtLeast(all, word);
    return all.slice(first, first + MOST_STARTED).filter((own) => own.startsWith(word)).map((own) => form(own, "start"));
  };

  /** Of words equally near, those that begin alike come first, then those that stand in more places. */
  const misspelt = (word, unfinished, known = []) => {
    const most = slips(word);
    if (!most) return [];
    const fromStart = (own) => (unfinished ? distanceFromStart(word, own, most) + HALF_TYPED : Infinity);
    const farOf = (own) => Math.min(distance(word, own, most), fromStart(own));
    const near = all.filter((own) => own.length >= SHORTEST && known.every((one) => one.word !== own))
      .map((own) => ({ own, far: farOf(own) })).filter(({ far }) => Math.floor(far) <= most);
    const nearest = Math.min(...near.map(({ far }) => far));
    const standing = ({ own }) => places.get(own).length + (own[0] === word[0] ? 1e6 : 0);
    return near.filter(({ far }) => far === nearest).sort((one, other) => standing(other) - standing(one))
      .slice(0, MOST_MISSPELT).map(({ own, far }) => form(own, "typo", TYPO_WEIGHTS[Math.floor(far)]));
  };

  /**
   * @param {string} word folded
   * @param {boolean} unfinished whether the reader may still be typing it
   * @returns {Form[]}
   */
  const forms = (word, unfinished) => {
    const found = sameStem(word);
    if (found.some(({ how }) => how === "same")) return found;
    if (found.length) return [...found, ...misspelt(word, false, found)];
    const begun = unfinished ? started(word) : [];
    return begun.length ? begun : misspelt(word, unfinished);
  };

  return { forms, stem, sameStem, knows: (word) => byStem.has(stem(word)) };
};

/** Where in a sorted list the first item stands that is not before `word`. */
const firstAtLeast = (sorted, word) => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < word) low = middle + 1;
    else high = middle;
  }
  return low;
};
