// Says in words why an entry was found: which word, as which word of the page, and where it stands.
import { words } from "./words.js";

/**
 * @typedef {{asked: string, form: import("./forms.js").Form}} Pair a word of the query and the word it found
 */

const TEXT = "text";
const TERMS = { Need: "need", Approach: "approach", Glossary: "entry" };
// Where a word stands, from the strongest place to the weakest. The fields are those of hooks/whatworks/search/index.py.
const PLACES = [
  "title", "name", "also", "keywords", "place", "summary", "by", "how", "outcomes", "setbacks", "might_say", "audience",
  "partnership", "text",
];
const PLAIN = {
  place: "in the place",
  by: "in who wrote, led or ran it",
  how: "in why it was done",
  audience: "in whom it was for",
  text: "in the text",
  might_say: "in what people might say",
  partnership: "in the kind of partnership",
  outcomes: "in what changed",
  setbacks: "in what did not work",
};

const OF_KIND = { Guide: { how: "in what it advises" }, Numbers: { outcomes: "in what was counted" } };

const quote = (text) => `“${text}”`;
const listed = (items) => (items.length > 1 ? `${items.slice(0, -1).join(", ")} and ${items.at(-1)}` : items[0]);

// Where the page has another word than the reader, both are said.
const GUESSED = ["typo", "like", "variant"];

/** A word as it is spelt in the text: with its capitals. */
const spelt = (word, text) => (text.match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? []).find((one) => words(one).includes(word)) ?? word;

/** The words that were found, in quotation marks; where the reader spelt one otherwise, that too. */
const said = (pairs, text) => listed(pairs.map(({ asked, form }) => {
  const shown = quote(spelt(form.word, text));
  return GUESSED.includes(form.how) ? `${quote(asked)} as ${shown}` : shown;
}));

/** The name among `names` that has most of the words, the shortest of them. */
const bestName = (names, found) => names
  .map((name) => ({ name, own: words(name) }))
  .map(({ name, own }) => ({ name, size: own.length, count: found.filter((word) => own.includes(word)).length }))
  .sort((one, other) => other.count - one.count || one.size - other.size)[0];

/** One phrase for each of the names that the words stand in: “coach”, or “coach” in “personal coaching”. */
const inNames = (names, pairs, what) => {
  const { name, size, count } = bestName(names, pairs.flatMap(({ form }) => words(form.word)));
  const inName = (pair) => words(pair.form.word).some((word) => words(name).includes(word));
  const own = pairs.filter(inName);
  const rest = pairs.filter((pair) => !own.includes(pair));
  const isWhole = count === size && own.every(({ form }) => !GUESSED.includes(form.how));
  if (!own.length) return [`${said(pairs, "")}, ${what}`];
  const phrase = isWhole ? `${quote(name)}, ${what}` : `${said(own, name)} in ${quote(name)}, ${what}`;
  return own.length && rest.length ? [phrase, ...inNames(names, rest, what)] : [phrase];
};

const inTitle = (entry, pairs) => {
  const term = TERMS[entry.kind];
  return term ? `${said(pairs, "")} in the name of the ${term}` : `${said(pairs, entry.title)} in the title`;
};

const inName = (entry, pairs) => {
  const where = entry.kind === "Source" ? "in the subtitle" : `in its name, ${quote(entry.name)}`;
  return `${said(pairs, entry.name)} ${where}`;
};

const inSummary = (entry, pairs) => {
  const term = TERMS[entry.kind];
  return `${said(pairs, "")} ${term ? `in what the ${term} means` : "in the summary"}`;
};

const ownPhrases = (entry, field, pairs) => {
  if (field === "title") return [inTitle(entry, pairs)];
  if (field === "name") return [inName(entry, pairs)];
  if (field === "summary") return [inSummary(entry, pairs)];
  if (field === "keywords") return inNames(entry.keywords, pairs, "a word for this page");
  if (field !== "also") return [`${said(pairs, entry[field] ?? "")} ${OF_KIND[entry.kind]?.[field] ?? PLAIN[field]}`];
  return inNames(entry.also, pairs, TERMS[entry.kind] ? `another word for the ${TERMS[entry.kind]}` : "another name");
};

const termPhrases = (term, field, pairs) => {
  const its = `its ${TERMS[term.kind]} ${quote(term.title)}`;
  return field === "title" ? [`${said(pairs, "")} in ${its}`] : inNames(term.also, pairs, `another word for ${its}`);
};

// Own places first, then those of its needs and approaches, the text last; the closest word first, then the strongest
// place.
const byPlace = (one, other) => (one.field === TEXT) - (other.field === TEXT) || (one.via !== undefined) - (other.via !== undefined)
  || other.form.weight - one.form.weight
  || PLACES.indexOf(one.field) - PLACES.indexOf(other.field);
const bestMatch = (hit) => [...hit].sort(byPlace)[0];

/** The words of the query by where each is best found: own places from the strongest, then needs and approaches. */
const byPlaces = (asked, own) => {
  const places = new Map();
  asked.forEach((word, at) => {
    if (!own[at]) return;
    const { form, field, via } = bestMatch(own[at]);
    const key = `${field} ${via ?? ""}`;
    const place = places.get(key) ?? { field, via, pairs: [] };
    place.pairs.push({ asked: word, form });
    places.set(key, place);
  });
  const rank = ({ field, via }) => PLACES.indexOf(field) + (via === undefined ? 0 : PLACES.length);
  return [...places.values()].sort((one, other) => rank(one) - rank(other));
};

/** The query is a whole name of the entry, spelt as on the page. */
const wholeName = (entry, name) => {
  const term = TERMS[entry.kind];
  if (name === entry.title) return term ? `Matches the name of the ${term}` : "Matches the title";
  if (name === entry.name) return `Matches ${quote(name)}, its ${entry.kind === "Source" ? "subtitle" : "name"}`;
  return `Matches ${quote(name)}, another ${term ? `word for the ${term}` : "name"}`;
};

/**
 * @param {{entry: any, asked: string[], own: (import("./hits.js").Match[] | undefined)[], whole?: string, entries: any[],
 *   withoutText?: boolean}} found
 *   `own` is what each word of the query found, `whole` the name of the entry that is all of the query, if one is
 * @returns {string} empty where there is nothing to say; such as: Matches “park” in the title; “crime” in the summary
 */
export const reasons = ({ entry, asked, own, whole, entries, withoutText }) => {
  if (whole && own.every((hit) => hit && !GUESSED.includes(bestMatch(hit).form.how))) return wholeName(entry, whole);
  const places = byPlaces(asked, own).filter(({ field }) => !withoutText || field !== TEXT);
  if (!places.length) return "";
  const phrases = places.flatMap(({ field, via, pairs }) => (
    via === undefined ? ownPhrases(entry, field, pairs) : termPhrases(entries[via], field, pairs)));
  return `Matches ${phrases.join("; ")}`;
};
