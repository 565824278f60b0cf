// What the finder says of a view. No DOM.
const cases = (count) => `${count} ${count === 1 ? "case" : "cases"}`;

/**
 * How many cases there are: of those that search found or, without a search term, of all.
 * @param {{shown: number, all: number, q: string, isFiltered: boolean}} view
 */
export const counted = ({ shown, all, q, isFiltered }) => {
  const term = q ? ` for “${q}”` : "";
  if (!all) return `No case was found${term}.`;
  if (!shown) return `No case${term} fits all of these filters. Take one off to see more.`;
  return isFiltered ? `${shown} of ${cases(all)}${term}` : `${cases(all)}${term}`;
};

/** What a reader must know of the cases that search found. @param {import("./query.js").Found | undefined} answer */
export const noteOn = (answer) => {
  if (!answer?.found.size) return "";
  if (answer.isGuess && answer.isPartial) return "None has all of these words as they are spelt here. These come nearest.";
  if (answer.isGuess) return "None has this as it is spelt here. These have words that are spelt in a similar way.";
  return answer.isPartial ? "None has all of these words. These have some of them." : "";
};

/**
 * What to try when nothing is shown.
 * @param {{found: number, q: string, elsewhere: number}} view `elsewhere`: how many other pages surely have the words
 */
export const wayOut = ({ found, q, elsewhere }) => {
  if (found) return q ? `Without the filters there would be ${cases(found)}.` : "";
  if (!elsewhere) return "Check the spelling, or try fewer or other words.";
  return elsewhere === 1 ? "One other page of the site has these words." : `${elsewhere} other pages of the site have these words.`;
};

/** Whose answers the cases are compared with. */
export const onAnswers = (count, isOwn) => {
  const answers = `${count} ${count === 1 ? "answer" : "answers"} about ${isOwn ? "your own place" : "a place"}`;
  return isOwn ? `Each case is compared with your ${answers}.`
    : `Each case is compared with ${answers}. The answers come from the link that you opened, not from this device.`;
};
