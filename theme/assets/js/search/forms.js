// The words of the index that a reader may mean by a word: the same, one of its forms, one it begins, or one it misspells.
import { distance } from "./words.js";

/** @typedef {{word: string, how: "same" | "form" | "start" | "typo", weight: number, stem: string}} Form */

const MOST_STARTED = 30;
const MOST_MISSPELT = 6;
const WEIGHTS = { same: 1, form: 0.9, start: 0.6 };
const TYPO_WEIGHTS = [0, 0.5, 0.35];

/** Short words are like too many others: a slip is forgiven from five letters, two from eight. */
const slips = (word) => (/\d/.test(word) || word.length < 5 ? 0 : word.length < 8 ? 1 : 2);

/**
 * @param {any} lunr
 * @param {any} index a loaded lunr index, whose words are unstemmed
 */
export const vocabulary = (lunr, index) => {
  const all = Object.keys(index.invertedIndex).sort();
  const known = new Set(all);
  const stem = (word) => lunr.stemmer(new lunr.Token(word, {})).toString();
  const byStem = Map.groupBy ? Map.groupBy(all, stem) : group(all, stem);
  const form = (word, how, weight = WEIGHTS[how]) => ({ word, how, weight, stem: stem(word) });

  const sameStem = (word) => (byStem.get(stem(word)) ?? []).map((own) => form(own, own === word ? "same" : "form"));

  const started = (word) => {
    if (word.length < 2) return [];
    const first = firstAtLeast(all, word);
    return all.slice(first, first + MOST_STARTED).filter((own) => own.startsWith(word)).map((own) => form(own, "start"));
  };

  const misspelt = (word) => {
    const most = slips(word);
    if (!most) return [];
    const near = index.tokenSet.intersect(lunr.TokenSet.fromFuzzyString(word, most)).toArray();
    const measured = near.map((own) => ({ own, far: distance(word, own) })).filter(({ far }) => far <= most);
    const nearest = Math.min(...measured.map(({ far }) => far));
    return measured.filter(({ far }) => far === nearest).slice(0, MOST_MISSPELT)
      .map(({ own, far }) => form(own, "typo", TYPO_WEIGHTS[far]));
  };

  /**
   * @param {string} word folded
   * @param {boolean} unfinished whether the reader may still be typing it
   * @returns {Form[]}
   */
  const forms = (word, unfinished) => {
    for (const way of [sameStem, unfinished ? started : () => [], misspelt]) {
      const found = way(word);
      if (found.length) return found;
    }
    return [];
  };

  return { forms, stem, known };
};

const group = (items, key) => {
  const groups = new Map();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
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
