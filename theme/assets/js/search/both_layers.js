// One question to both layers, and what is shown of their answers.
import { answer, describe } from "./client.js";
import { mentions } from "./full_text.js";

/**
 * @typedef {{heading: string, results: any[]}} Group
 * @typedef {{groups?: Group[], below?: Group, text: string, nothing?: boolean, last: boolean}} Shown `groups` take the
 *   place of what was shown, `below` is added to it
 */

// The full text waits for a pause in typing; a guess waits for the full text, which may know the word as it was typed.
const PAUSE = 200;
const GUESS_WAITS = 1500;
const MOST_MENTIONS = 5;
const NO_TEXT = { found: [], complete: false };
const ALSO = "Also mentioned in";
const SOME_ALSO = "Some of the words are also mentioned in";

const wait = (time) => new Promise((resolve) => { setTimeout(resolve, time); });
const without = (pages, shown) => pages.filter(({ url }) => !shown.some((one) => one.url === url));
const quoted = (words) => words.map((word) => `“${word}”`).join(" or ");

const counted = ({ length }, total = length) => {
  const count = `${length} ${length === 1 ? "result" : "results"}`;
  return total > length ? `The first ${count}, of ${total}.` : `${count}.`;
};

const headingOf = ({ partial, sure }) => {
  if (partial) return "These have some of the words";
  return sure ? "Best matches" : "Spelt in a similar way";
};

const noteOn = ({ partial }, { complete }) => (partial && !complete ? " No page has all the words; these have some." : "");

/** What the full text has, each page with its kind and context. */
const inText = async ({ words }) => {
  try {
    const { found, complete } = await mentions(words);
    const entries = await describe(found.map(({ url }) => url));
    return { found: found.map((one, at) => ({ kind: "Page", context: "", ...entries[at], ...one })), complete };
  } catch {
    return NO_TEXT; // the first layer has answered
  }
};

/** Below what layer one was sure of: where else the words stand. */
const more = (known, text) => {
  const results = known.partial || text.complete ? without(text.found, known.results).slice(0, MOST_MENTIONS) : [];
  const all = [...known.results, ...results];
  return {
    below: results.length ? { heading: text.complete ? ALSO : SOME_ALSO, results } : undefined,
    text: counted(all, known.total + results.length) + noteOn(known, text),
    last: true,
  };
};

/** Layer one could only guess: pages whose text has every word as typed come before its guesses, others after. */
const guessed = (known, text) => {
  const mentioned = (text.complete ? text.found : without(text.found, known.results)).slice(0, MOST_MENTIONS);
  const own = without(known.results, mentioned);
  const heading = text.complete ? "Mentioned in" : SOME_ALSO;
  const groups = [{ heading: headingOf(known), results: own }, { heading, results: mentioned }];
  if (text.complete) groups.reverse();
  const all = [...own, ...mentioned];
  return {
    groups: groups.filter(({ results }) => results.length),
    text: all.length ? counted(all) + noteOn(known, text) : `Nothing has ${quoted(known.words)}. Try other words.`,
    nothing: !all.length,
    last: true,
  };
};

/**
 * What to show for a query: first what layer one is sure of, then all.
 * @param {string} query
 * @returns {AsyncGenerator<Shown>}
 */
export async function* ask(query) {
  const known = await answer(query);
  if (known.sure) {
    const groups = [{ heading: headingOf(known), results: known.results }];
    yield { groups, text: counted(known.results, known.total), last: false };
  }
  await wait(PAUSE);
  yield { text: "", last: false }; // a pause: whoever asks something else meanwhile leaves here
  const reading = inText(known);
  if (known.sure) yield more(known, await reading);
  else yield guessed(known, (await Promise.race([reading, wait(GUESS_WAITS)])) ?? NO_TEXT);
}
