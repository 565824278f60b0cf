// What a query finds, in which order. No DOM and no network: worker.js feeds it.
import { alike } from "./alike.js";
import { vocabulary } from "./forms.js";
import { hitsOf, NAME_FIELDS, TERM_KINDS, TEXT } from "./hits.js";
import { joins } from "./joins.js";
import { meant } from "./meant.js";
import { namesOf } from "./names.js";
import { phrasesOf, withPhrases } from "./phrases.js";
import { postings } from "./postings.js";
import { ranking } from "./rank.js";
import { runsOf } from "./runs.js";
import { reasons } from "./why.js";
import { marked, words } from "./words.js";

/**
 * @typedef {{kind: string, url: string, title: {text: string, found: boolean}[], context: string, why: string,
 *   besides: string, at: number, full: boolean, textOnly: string[]}} Result `besides`: why, but for what only
 *   its full text has; `full`: it has all the words; `textOnly`: those that only
 *   its full text has
 * @typedef {{words: string[], phrases: string[], total: number, partial: boolean, sure: boolean, sentence: boolean,
 *   meant?: string, unknown: string[], results: Result[]}} Answer `partial`: no entry has all the words; `sure`: each
 *   word is known as it was typed; `meant`: the query with the `unknown` words as those that they are close to; `sentence`: not all the words count
 */

const MOST = 12;
// Up to so many words are joined with AND.
const FEW = 2;
const MOST_TERMS = 3;
const CASES = ["Case study", "Brief"];
// Of the entries that have only some of the words, those far behind the best are noise; a case, far behind other cases.
const WORTH_SHOWING = 0.3;

const asTyped = (matches) => matches?.some(({ form }) => form.how !== "typo");
const hasOnly = (matches, field) => matches?.every((match) => match.field === field) ?? false;

/**
 * @param {(word: string) => string} cut the stemmer
 * @param {any[]} packed what is known of where words stand, beside the table
 * @param {any} table
 * @param {string[]} [everyday] groups of words of which the members stand for one another
 */
export const engine = (cut, packed, { entries, told, stops }, everyday = []) => {
  const known = postings(entries, told, packed);
  const language = vocabulary(cut, known.places);
  const { stem } = language;
  const lookUp = hitsOf(known, entries, language);
  const names = namesOf(entries, stops, stem);
  const rank = ranking(known, entries, names, runsOf(names.stems, new Set([...stops].map(stem))), stem);
  const othersFor = alike(everyday, entries, stem);
  const { otherwise, together } = joins(language.knows, stops);
  const within = withPhrases(entries, told, stem);

  /** Whether the entry has every word itself, or all but those that one of its needs or approaches has. */
  const hasAll = (at, found) => {
    const lacking = found.map(({ matches }) => matches.get(at) ?? [])
      .filter((matches) => matches.every(({ via }) => via !== undefined));
    if (!lacking.length) return true;
    return entries[at].terms.some((term) => lacking.every((matches) => matches.some(({ via }) => via === term)));
  };

  const asResult = (asked) => ({ at, own, whole, full }) => {
    const { kind, url, title, context } = entries[at];
    const forms = new Set(own.flatMap((matches) => matches ?? []).flatMap(({ form }) => words(form.word)));
    const why = (withoutText) => reasons({ entry: entries[at], asked, own, whole, entries, withoutText });
    const textOnly = asked.filter((_, i) => hasOnly(own[i], TEXT));
    return { kind, url, title: marked(title, forms), context, why: why(false), besides: why(true), at, full, textOnly };
  };

  /** Whether the words are in the name of a need or approach: while a word is being typed, such come before cases. */
  const isNamed = ({ at, full, own }) => full && TERM_KINDS.includes(entries[at].kind)
    && own.every((matches) => matches?.some(({ field, via }) => via === undefined && NAME_FIELDS.includes(field)));

  const isLabelled = ({ own }) => own.every((matches) => matches?.some(({ field, via }) => via === undefined && field === "title"));

  const isCase = ({ at }) => CASES.includes(entries[at].kind);

  /** Of a few words all count, best outside the full text; of a sentence, those that say most: the score decides. */
  const inOrder = (all, count, isHalfTyped) => {
    const tier = ({ full, own }) => (full ? Number(own.some((matches) => hasOnly(matches, TEXT))) : 2);
    const own = count > FEW ? all : [0, 1, 2].flatMap((wanted) => all.filter((one) => tier(one) === wanted));
    const named = isHalfTyped ? own.filter(isNamed) : [];
    const first = [...named.filter(isLabelled), ...named.filter((one) => !isLabelled(one))].slice(0, MOST_TERMS);
    const bestCase = all.find(isCase)?.score ?? 0;
    const bestOf = (one) => (isCase(one) ? Math.min(bestCase, all[0].score) : all[0].score);
    return [...first, ...own.filter((one) => !first.includes(one))]
      .filter((one) => one.full || one.score >= WORTH_SHOWING * bestOf(one));
  };

  /** The words of the query that say something, with what each finds. */
  const understood = (query, text) => {
    const all = words(query);
    const others = [...othersFor(all), ...otherwise(all)];
    const unfinished = /[\p{L}\p{N}]$/u.test(query) ? all.length - 1 : -1;
    const numbered = all.map((word, at) => ({ word, at })).filter(({ word, at }) => all.indexOf(word) === at);
    const telling = [...numbered.filter(({ word }) => !stops.has(word)), ...together(all)];
    return (telling.length ? telling : numbered).map(({ word, at }) => lookUp({
      word,
      unfinished: at === unfinished,
      others: others.filter(({ covers }) => covers.includes(at)),
      inText: text?.[word] ?? [],
    }));
  };

  /**
   * @param {{query: string, most?: number, text?: Record<string, number[]>}} question `text`: the entries whose full
   *   text has each word and phrase, once that is known
   * @returns {Answer}
   */
  const answer = ({ query, most = MOST, text }) => {
    const found = understood(query, text);
    const phrases = phrasesOf(query);
    const asked = found.map(({ word }) => word);
    const somewhere = within([...new Set(found.flatMap(({ matches }) => [...matches.keys()]))], phrases, text);
    const all = rank(somewhere, found, words(query).map(stem).join(" "))
      .map((one) => ({ ...one, full: hasAll(one.at, found) }));
    const partial = all.length > 0 && !all.some(({ full }) => full);
    const ranked = inOrder(all, asked.length, found.some(({ isHalf }) => isHalf));
    const sure = partial
      ? found.every(({ matches }) => [...matches.values()].some(asTyped)) : ranked.some(({ own }) => own.every(asTyped));
    return {
      words: asked, phrases, total: ranked.length, partial, sure, ...meant(query, found),
      sentence: asked.length > FEW, results: ranked.slice(0, most).map(asResult(asked)),
    };
  };

  return { answer };
};
