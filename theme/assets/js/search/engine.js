// Layer one: what a query finds, in which order. No DOM and no network: worker.js feeds it.
import { vocabulary } from "./forms.js";
import { reasons } from "./why.js";
import { marked, words } from "./words.js";

/**
 * @typedef {import("./forms.js").Form} Form
 * @typedef {{form: Form, field: string, via?: number}} Match a word of the index, the field it stands in, and the
 *   position of the need or approach through which it counts
 * @typedef {{score: number, matches: Match[]}} Hit what one word of the query found in one entry
 * @typedef {{kind: string, url: string, title: {text: string, found: boolean}[], context: string, why: string}} Result
 */

const MOST = 12;
const TERM_KINDS = ["Need", "Approach"];
const NAME_FIELDS = ["title", "name", "also"];
// A case found through the label or synonym of its need or approach counts for less than that term itself.
const THROUGH_TERM = 0.3;
// Of the entries that have only some of the words, those far behind the best are noise.
const WORTH_SHOWING = 0.3;

export const engine = (lunr, index, { entries, stop_words: stopWords }) => {
  const { forms, stem } = vocabulary(lunr, index);
  const stops = new Set(stopWords);
  const stems = (list) => list.map(stem).join(" ");
  const names = entries.map((entry) => [entry.title, entry.name, ...(entry.also ?? [])].filter(Boolean).map((name) => {
    const all = words(name);
    const telling = all.filter((word) => !stops.has(word)).map(stem);
    return { name, whole: stems(all), telling: [...new Set(telling)] };
  }));
  const answering = new Map();
  entries.forEach((entry, at) => entry.terms?.forEach((term) => answering.set(term, [...(answering.get(term) ?? []), at])));

  /** What one word finds: hits by the position of the entry. */
  const lookUp = (word, unfinished) => {
    /** @type {Map<number, Hit>} */
    const hits = new Map();
    for (const form of forms(word, unfinished)) {
      for (const { ref, score, matchData } of index.query((query) => query.term(form.word, { usePipeline: false }))) {
        const fields = Object.keys(matchData.metadata[form.word]);
        add(hits, Number(ref), score * form.weight, fields.map((field) => ({ form, field })));
      }
    }
    return throughTerms(hits);
  };

  const throughTerms = (hits) => {
    const own = [...hits].filter(([at]) => TERM_KINDS.includes(entries[at].kind));
    for (const [term, { score, matches }] of own) {
      const naming = matches.filter(({ field }) => NAME_FIELDS.includes(field)).map((match) => ({ ...match, via: term }));
      if (!naming.length) continue;
      for (const at of answering.get(term) ?? []) add(hits, at, score * THROUGH_TERM, naming);
    }
    return hits;
  };

  /** The name of the entry that is most of the query: 2 all of it, between 1 and 2 a name within the query, else 1. */
  const bestName = (at, hits, key) => {
    const meant = hits.map((hit) => new Set((hit.get(at)?.matches ?? [])
      .filter(({ form, via }) => via === undefined && form.how !== "start").map(({ form }) => form.stem)));
    const within = (wanted) => wanted.length > 0 && wanted.every((one) => meant.some((stems) => stems.has(one)));
    const factorOf = ({ whole, telling }) => {
      if (whole === key) return 2;
      if (!within(telling)) return 1;
      return telling.length > 1 && telling.length === meant.length ? 2 : 1 + (0.5 * telling.length) / meant.length;
    };
    return names[at].map((own) => ({ name: own.name, factor: factorOf(own) }))
      .reduce((best, own) => (own.factor > best.factor ? own : best));
  };

  /** Whether the entry has every word itself, or all but those that one of its needs or approaches has. */
  const hasAll = (at, hits) => {
    const lacking = hits.map((hit) => hit.get(at)?.matches ?? [])
      .filter((matches) => matches.every(({ via }) => via !== undefined));
    if (!lacking.length) return true;
    return (entries[at].terms ?? []).some((term) => lacking.every((matches) => matches.some(({ via }) => via === term)));
  };

  const rank = (positions, hits, key) => positions.map((at) => {
    const own = hits.map((hit) => hit.get(at));
    const share = own.filter(Boolean).length / own.length;
    const { name, factor } = bestName(at, hits, key);
    const score = own.reduce((sum, hit) => sum + (hit?.score ?? 0), 0) * share * factor;
    return { at, own, score, whole: factor === 2 ? name : undefined };
  }).sort((one, other) => standing(other) - standing(one) || other.score - one.score || one.at - other.at);

  /** Pages called just so come first: needs and approaches, then others, then the glossary; the rest goes by score. */
  const standing = ({ at, whole }) => (whole ? 2 + TERM_KINDS.includes(entries[at].kind) - (entries[at].kind === "Glossary") : 0);

  const asResult = (asked) => ({ at, own, whole }) => {
    const { kind, url, title, context = "" } = entries[at];
    const found = new Set(own.flatMap((hit) => hit?.matches ?? []).map(({ form }) => form.word));
    const why = reasons({ entry: entries[at], asked, own, whole, entries });
    return { kind, url, title: marked(title, found), context, why };
  };

  /**
   * @param {{query: string, most?: number}} asked `most`: how many results to give
   * @returns {{words: string[], total: number, partial: boolean, sure: boolean, results: Result[]}} `partial`: no entry
   *   has all the words; `sure`: each word is known as it was typed, so that nothing rests on a guess
   */
  const answer = ({ query, most = MOST }) => {
    const all = [...new Set(words(query))];
    const telling = all.filter((word) => !stops.has(word));
    const asked = telling.length ? telling : all;
    const unfinished = /[\p{L}\p{N}]$/u.test(query) ? words(query).at(-1) : undefined;
    const hits = asked.map((word) => lookUp(word, word === unfinished));
    const somewhere = [...new Set(hits.flatMap((hit) => [...hit.keys()]))];
    const everywhere = somewhere.filter((at) => hasAll(at, hits));
    const partial = !everywhere.length && somewhere.length > 0;
    let ranked = rank(partial ? somewhere : everywhere, hits, stems(words(query)));
    if (partial) ranked = ranked.filter(({ score }) => score >= WORTH_SHOWING * ranked[0].score);
    const sure = partial ? hits.every((hit) => [...hit.values()].some(asTyped)) : ranked.some(({ own }) => own.every(asTyped));
    return { words: asked, total: ranked.length, partial, sure, results: ranked.slice(0, most).map(asResult(asked)) };
  };

  const byUrl = new Map(entries.map((entry) => [entry.url, entry]));
  /** The kind and context of pages, by their addresses from the root of the site. */
  const describe = (urls) => urls.map((url) => byUrl.get(url) ?? null);

  /** For each text, how many of the words (or their forms) it has. */
  const count = ({ words: asked, texts }) => texts.map((text) => {
    const own = new Set(words(text).map(stem));
    return asked.filter((word) => own.has(stem(word))).length;
  });

  return { answer, describe, count };
};

const asTyped = (hit) => hit?.matches.some(({ form }) => form.how !== "typo");

const add = (hits, at, score, matches) => {
  const hit = hits.get(at) ?? { score: 0, matches: [] };
  hits.set(at, { score: Math.max(hit.score, score), matches: [...hit.matches, ...matches] });
};
