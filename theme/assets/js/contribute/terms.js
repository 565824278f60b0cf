// What is said of a word that is no term: hooks/whatworks/term_reasons.py and vocabularies.py in the browser. A form
// offers the terms to choose from; other words come from drafts and records of other days.
import { nearest } from "./close.js";
import { nearestNote } from "./messages.js";

/** A word as it sounds: without capital letters, hyphens and underscores. @param {string} word */
const spoken = (word) => word.toLowerCase().trim().split(/[\s_-]+/).join(" ");

/** The term whose id, label or synonym is this word. */
const byWord = (terms, word) => terms.find(({ id, label, synonyms = [] }) =>
  [id, label, ...synonyms].some((one) => spoken(one) === spoken(word)));

/** The term whose id, label or synonym is most like a word. */
const nearestTerm = (terms, word) => {
  const spellings = new Map();
  for (const term of [...terms].reverse()) {
    for (const spelling of [...(term.synonyms ?? []), term.label, term.id]) spellings.set(spelling.toLowerCase(), term);
  }
  return spellings.get(nearest(word.toLowerCase(), spellings.keys()));
};

/** @returns {Generator<import("./messages.js").Problem>} */
export function* termProblem(spec, { vocabulary: name, narrowest = false }, value, tell) {
  const { terms, singular, title, home } = spec.vocabularies[name];
  const own = terms.find(({ id }) => id === value);
  if (own && (!narrowest || own.broader)) return;
  const term = own ?? byWord(terms, value);
  if (term && narrowest && !term.broader) {
    yield tell("group_used", { narrower: terms.filter(({ broader }) => broader === term.id).map(({ id }) => id).join(", ") });
  } else if (term) {
    const code = value.toLowerCase() === term.label.toLowerCase() ? "label_used" : "synonym_used";
    yield tell(code, { id: term.id, label: term.label });
  } else {
    const near = nearestTerm(terms.filter(({ broader }) => broader || !narrowest), value);
    const a = "aeiou".includes(singular[0]) ? "an" : "a";
    yield tell("unknown_term", { a, singular, nearest: nearestNote(near?.id, near?.label), title: title.toLowerCase(), home });
  }
}
