// What an entry's names share with the query word by word, small words too: “how good are we” says more than “good”.

// How much words that stand next to each other say, beside how telling they are one by one.
const TOGETHER = 1.5;
// A small word (“need”, “good”) says little by itself: only what is above that of a word in a third of the entries.
const SMALL = 1;
const FREQUENT = Math.log(3);

const pairs = (stems) => stems.slice(1).map((two, at) => `${stems[at]} ${two}`);

/** The positions of the entries that have each part of a name. */
const standing = (entries, partsOf) => {
  const found = new Map();
  entries.forEach((names, at) => {
    for (const part of new Set(names.flatMap(partsOf))) {
      const own = found.get(part);
      if (own) own.push(at);
      else found.set(part, [at]);
    }
  });
  return found;
};

/**
 * @param {string[][][]} names the names of each entry, as stems
 * @param {Set<string>} small stems of words that say nothing
 */
export const runsOf = (names, small) => {
  const byPair = standing(names, pairs);
  const bySmall = standing(names, (stems) => stems.filter((one) => small.has(one)));

  /**
   * What each entry that shares something with the query counts for that.
   * @param {string[]} stems those of the query
   * @returns {Map<number, number>} by position
   */
  return (stems) => {
    const counts = new Map();
    const add = (found, weight) => found?.forEach((at) => counts.set(at, (counts.get(at) ?? 0) + weight));
    const rarity = (found) => Math.log(1 + names.length / found.length);
    for (const one of new Set(pairs(stems))) {
      const found = byPair.get(one);
      if (found) add(found, TOGETHER * rarity(found));
    }
    for (const one of new Set(stems)) {
      const found = bySmall.get(one);
      if (found) add(found, SMALL * Math.max(0, rarity(found) - FREQUENT));
    }
    return counts;
  };
};
