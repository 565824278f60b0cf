// One question to both layers, and what is shown of their answers.
import { answer, answerFully } from "./client.js";

/**
 * @typedef {{heading: string, results: any[]}} Group
 * @typedef {{groups?: Group[], text: string, meant?: string, nothing?: boolean, last: boolean}} Shown `meant`: the
 *   query that the reader may have meant
 */

// The full text waits for a pause in typing; a guess waits for the full text, which may know the word as it was typed,
// but not for long: a slow line shows the guess first.
const PAUSE = 200;
const GUESS_WAITS = 1500;
const BEST = "Best matches";
const GUESSES = "Spelt in a similar way";
const SOME = "These have some of the words";
const MENTIONED = "Mentioned in";
const ALSO = "Also mentioned in";

const wait = (time) => new Promise((resolve) => { setTimeout(resolve, time); });
const quoted = (words) => words.map((word) => `“${word}”`).join(" or ");

const counted = ({ length }, total) => {
  const count = `${length} ${length === 1 ? "result" : "results"}`;
  return total > length ? `The first ${count}, of ${total}.` : `${count}.`;
};

/** Under which heading a result stands. Where a sentence was asked, the score alone decides, and nothing is parted. */
const headingOf = ({ sentence, partial, sure, results }) => {
  const some = partial ? SOME : BEST;
  if (sentence) return () => some;
  const mentioned = results[0]?.full && !results[0].textOnly.length ? ALSO : MENTIONED;
  return ({ full, textOnly }) => {
    if (!full) return SOME;
    if (textOnly.length) return mentioned;
    return sure ? BEST : GUESSES;
  };
};

/** Results one after the other under the same heading are one group. */
const grouped = (known) => {
  const heading = headingOf(known);
  /** @type {Group[]} */
  const groups = [];
  for (const result of known.results) {
    const own = heading(result);
    if (groups.at(-1)?.heading === own) groups.at(-1).results.push(result);
    else groups.push({ heading: own, results: [result] });
  }
  return groups;
};

/** What is said of the results, beside how many there are. */
const note = ({ partial, meant, unknown, results }) => {
  if (meant) return ` Nothing has ${quoted(unknown)}; these have words spelt in a similar way.`;
  if (partial) return " No page has all the words; these have some.";
  return results.every(({ full }) => full) ? "" : " Not all of these have all the words.";
};

/** @returns {Shown} */
const shown = (known, last) => {
  const { results, total, meant, words, phrases } = known;
  const nothing = !results.length;
  const asked = phrases.length ? phrases : words;
  const found = () => counted(results, total) + (last ? note(known) : "");
  const text = nothing ? `Nothing has ${quoted(asked)}. Try other words.` : found();
  return { groups: grouped(known), text, meant: last ? meant : undefined, nothing, last };
};

/**
 * Every page that answers a query, best first, each with its reason: `full` where it has all the words.
 * @param {string} query
 * @returns {Promise<import("./engine.js").Answer>} of both layers, or of the first alone where the second fails
 */
export const all = async (query) => {
  const most = Number.MAX_SAFE_INTEGER;
  try {
    return await answerFully(query, most);
  } catch {
    return answer(query, most);
  }
};

/**
 * What to show for a query: first what layer one is sure of, then what both layers have.
 * @param {string} query
 * @returns {AsyncGenerator<Shown>}
 */
export async function* ask(query) {
  const known = await answer(query);
  if (known.sure) yield shown(known, false);
  await wait(PAUSE);
  yield { text: "", last: false }; // a pause: whoever asks something else meanwhile leaves here
  const both = answerFully(query).catch(() => known);
  const inTime = await Promise.race([both, wait(GUESS_WAITS)]);
  if (!inTime && !known.sure) yield shown(known, false);
  yield shown(await both, true);
}
