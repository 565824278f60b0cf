// Says in words why an entry was found: which word, as which word of the page, and where it stands.
import { words } from "./words.js";

const IS_TERM = { Need: "need", Approach: "approach" };
// Where a word stands, from the strongest place to the weakest. The fields are those of hooks/whatworks/search/index.py.
const PLACES = ["title", "name", "also", "place", "summary", "by", "outcomes", "setbacks"];
const PLAIN = {
  place: "in the place",
  by: "in who wrote or ran it",
  outcomes: "in what changed",
  setbacks: "in what did not work",
};

const quote = (text) => `“${text}”`;
const listed = (items) => (items.length > 1 ? `${items.slice(0, -1).join(", ")} and ${items.at(-1)}` : items[0] ?? "");

/** A word as it is spelt in the text: with its capitals. */
const spelt = (word, text) => (text.match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? []).find((one) => words(one).includes(word)) ?? word;

/** The name among `texts` that has most of the words. */
const bestName = (texts, found) => texts
  .map((text) => ({ text, own: new Set(words(text)) }))
  .map(({ text, own }) => ({ text, size: own.size, count: found.filter((word) => own.has(word)).length }))
  .sort((one, other) => other.count - one.count || one.size - other.size)[0];

const alsoPhrase = (texts, found, what) => {
  const { text, size, count } = bestName(texts, found);
  return { words: count === size ? quote(text) : undefined, where: count === size ? what : `in ${quote(text)}, ${what}` };
};

/** Where the words stand: the phrase, and what replaces the quoted words where the whole name was found. */
const place = (entry, field, found) => {
  const term = IS_TERM[entry.kind];
  if (field === "title") return { where: term ? `in the name of the ${term}` : "in the title" };
  if (field === "name") return { where: entry.kind === "Source" ? "in the subtitle" : `in its name, ${quote(entry.name)}` };
  if (field === "also") return alsoPhrase(entry.also, found, term ? `another word for the ${term}` : "another name");
  if (field === "summary") return { where: term ? `in what the ${term} means` : "in the summary" };
  return { where: PLAIN[field] };
};

const throughTerm = (term, field, found) => {
  const its = `its ${IS_TERM[term.kind]} ${quote(term.title)}`;
  return field === "title" ? { where: `in ${its}` } : alsoPhrase(term.also, found, `another word for ${its}`);
};

/** The best place of one word of the query in an entry: own places first, then those of its needs and approaches. */
const bestMatch = (hit) => hit.matches.toSorted?.(byPlace)[0] ?? [...hit.matches].sort(byPlace)[0];
const byPlace = (one, other) => (one.via !== undefined) - (other.via !== undefined)
  || other.form.weight - one.form.weight
  || PLACES.indexOf(one.field) - PLACES.indexOf(other.field);

/** The word of the page in quotation marks and, where the reader's was another word, that too. */
const said = ({ asked, form }, text) => {
  const shown = quote(spelt(form.word, text));
  return form.how === "typo" ? `${quote(asked)} as ${shown}` : shown;
};

/**
 * @param {{entry: any, asked: string[], own: (import("./engine.js").Hit | undefined)[], entries: any[]}} found
 * @returns {string} such as “Matches “park” in the title; “crime” in the summary”
 */
export const reasons = ({ entry, asked, own, entries }) => {
  const groups = new Map();
  asked.forEach((word, at) => {
    if (!own[at]) return;
    const { form, field, via } = bestMatch(own[at]);
    const key = `${via === undefined ? PLACES.indexOf(field) : 10 + via}${field}`;
    const group = groups.get(key) ?? { field, via, matches: [] };
    group.matches.push({ asked: word, form });
    groups.set(key, group);
  });
  const parts = [...groups].sort(([one], [other]) => parseInt(one, 10) - parseInt(other, 10)).map(([, group]) => part(group, entry, entries));
  const missing = asked.filter((_, at) => !own[at]);
  return `Matches ${parts.join("; ")}${missing.length ? `. Does not have ${listed(missing.map(quote))}` : ""}`;
};

const part = ({ field, via, matches }, entry, entries) => {
  const found = matches.map(({ form }) => form.word);
  const home = via === undefined ? entry : entries[via];
  const { where, words: whole } = via === undefined ? place(entry, field, found) : throughTerm(home, field, found);
  const text = [home.title, home.name, ...(home.also ?? []), entry.context].filter(Boolean).join(" ");
  const typed = matches.every(({ form }) => form.how !== "typo");
  if (whole && typed) return `${whole}, ${where}`;
  const separator = where.startsWith("in ") ? " " : ", ";
  return `${listed(matches.map((match) => said(match, text)))}${separator}${where}`;
};
