// How far one word is from another, and how many slips are forgiven.

/** Short words are like too many others: one slip is forgiven from four letters, two from eight. @param {string} word */
export const slips = (word) => (/\d/.test(word) || word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/**
 * How many letters must be changed, added, dropped or swapped with the next to make one word of the other; more than
 * `most` where it is more than that.
 * @param {string} one
 * @param {string} other
 */
export const distance = (one, other, most = Infinity) => {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let [before, last] = [[], [...Array(other.length + 1).keys()]];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let best = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) best = Math.min(best, before[j - 2] + 1);
      row.push(best);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[other.length];
};

/** The least distance of a half-typed word from the beginning of another. */
export const distanceFromStart = (typed, other, most) => {
  const lengths = [-1, 0, 1].map((more) => typed.length + more).filter((length) => length <= other.length);
  return Math.min(most + 1, ...lengths.map((length) => distance(typed, other.slice(0, length), most)));
};
