// Which of several words is most like a word: difflib.get_close_matches of Python, for one answer. Two words are as like
// as the share of letters that stand in the longest pieces that both have, taken again left and right of each.

const POPULAR_FROM = 200;

/** Where each letter stands in a word; in a long word, not those that stand everywhere. */
const places = (word) => {
  const found = new Map();
  word.forEach((letter, at) => found.set(letter, [...(found.get(letter) ?? []), at]));
  if (word.length >= POPULAR_FROM) {
    const most = Math.floor(word.length / 100) + 1;
    for (const [letter, own] of found) if (own.length > most) found.delete(letter);
  }
  return found;
};

/** The longest piece that both have between the given ends: where it begins in each, and its length. */
const longest = (one, other, index, [from, to, otherFrom, otherTo]) => {
  let best = [from, otherFrom, 0];
  let lengths = new Map();
  for (let at = from; at < to; at++) {
    const next = new Map();
    for (const place of index.get(one[at]) ?? []) {
      if (place < otherFrom || place >= otherTo) continue;
      const length = (lengths.get(place - 1) ?? 0) + 1;
      next.set(place, length);
      if (length > best[2]) best = [at - length + 1, place - length + 1, length];
    }
    lengths = next;
  }
  return grown(one, other, best, [from, to, otherFrom, otherTo]);
};

/** The piece with the equal letters on both sides of it: those that stand everywhere begin none, but may join one. */
const grown = (one, other, [at, place, length], [from, to, otherFrom, otherTo]) => {
  while (at > from && place > otherFrom && one[at - 1] === other[place - 1]) [at, place, length] = [at - 1, place - 1, length + 1];
  while (at + length < to && place + length < otherTo && one[at + length] === other[place + length]) length += 1;
  return [at, place, length];
};

/** How many letters of two words stand in pieces that both have. */
const shared = (one, other, index) => {
  const open = [[0, one.length, 0, other.length]];
  let count = 0;
  while (open.length) {
    const ends = open.pop();
    const [at, place, length] = longest(one, other, index, ends);
    if (!length) continue;
    count += length;
    open.push([ends[0], at, ends[2], place], [at + length, ends[1], place + length, ends[3]]);
  }
  return count;
};

/**
 * The choice that is most like a word, if there is one; of equally like ones, the last in order.
 * @param {string} word @param {Iterable<string>} choices @param {number} [cutoff]
 * @returns {string | undefined}
 */
export const nearest = (word, choices, cutoff = 0.6) => {
  const letters = [...word];
  const index = places(letters);
  let best, most = cutoff;
  for (const choice of choices) {
    const own = [...choice];
    const length = own.length + letters.length;
    if (length && (2 * Math.min(own.length, letters.length)) / length < most) continue;
    const ratio = length ? (2 * shared(own, letters, index)) / length : 1;
    if (ratio > most || (ratio === most && (best === undefined || choice > best))) [best, most] = [choice, ratio];
  }
  return best;
};
