// In which order entries answer a query.
import { gathering } from "./gathering.js";
import { TERM_KINDS, TEXT } from "./hits.js";

// A case found through the label or synonym of its need or approach counts for less than that term itself.
const THROUGH_TERM = 0.5;
// What the full text counts as a field, beside the weights of the fields of layer one.
const TEXT_WEIGHT = 6;
// A word in several fields counts there too, but less.
const ELSEWHERE = 0.4;
// A need or an approach leads to all its cases; advice and figures on a subject seldom are what a few words name.
const OF_KIND = { Need: 1.1, Approach: 1.1, Guide: 0.9, Framework: 0.9, Tool: 0.9, Numbers: 0.9 };
// Whoever asks in a sentence has a trouble rather than a name for it: a need or an approach shows it from all sides.
const ASKED_IN_A_SENTENCE = { Need: 1.2, Approach: 1.15, Numbers: 0.9 };
const SENTENCE = 4;
// Of so few words each must be on the page itself.
const FEW = 2;
// What a word counts in a name of which the query has nothing else.
const ALONE = { title: 0.7, name: 0.5, also: 0.35, keywords: 0.4 };
// How much it counts against an entry that it has more words than others, and so has some of any sentence.
const LENGTH = 0.1;

/** What the length of each entry makes of its score: more than 1 for a short one, less for a long one. */
const lengthsOf = (entries, places) => {
  const sizes = entries.map(() => 0);
  for (const own of places.values()) for (const at of new Set(own.map(({ entry }) => entry))) sizes[at] += 1;
  const mean = sizes.reduce((sum, one) => sum + one, 0) / sizes.length;
  return sizes.map((size) => 1 / (1 - LENGTH + (LENGTH * size) / mean));
};

export const ranking = ({ weights, places }, entries, names, runs, stem) => {
  const withCases = gathering(entries);
  const stemsOf = (form) => (form.how === "like" ? form.words.map(stem) : form.stem ? [form.stem] : []);
  const lengths = lengthsOf(entries, places);

  const fitOf = (at, count) => {
    const { kind } = entries[at];
    return count < SENTENCE ? OF_KIND[kind] ?? 1 : (ASKED_IN_A_SENTENCE[kind] ?? 1) * lengths[at];
  };

  const weightOf = ({ form, field, via }, at, stems) => {
    const base = form.weight * (field === TEXT ? TEXT_WEIGHT : weights[field]);
    const alone = ALONE[field];
    const own = alone === undefined ? 1 : alone + (1 - alone) * names.share(via ?? at, field, stemsOf(form), stems) ** 1.5;
    return base * own * (via === undefined ? 1 : THROUGH_TERM);
  };

  /** The best field counts, the others a little; a form of the word in each field once. */
  const scoreOf = (matches, at, stems) => {
    const byField = new Map();
    for (const match of matches) {
      const key = match.via === undefined ? match.field : "via";
      byField.set(key, Math.max(byField.get(key) ?? 0, weightOf(match, at, stems)));
    }
    if (byField.size > 1) byField.delete(TEXT);
    const all = [...byField.values()];
    const best = Math.max(...all);
    return best + ELSEWHERE * (all.reduce((sum, one) => sum + one, 0) - best);
  };

  const surest = (matches) => Math.max(...matches.map(({ form }) => form.weight));

  const judged = (at, found, total, key, meantBy, shared) => {
    const own = found.map(({ matches }) => matches.get(at));
    const { meant, stems } = meantBy(own);
    const { whole, factor } = names.best(at, meant, stems, key);
    const sum = own.reduce((all, matches, i) => all + (matches ? found[i].telling * scoreOf(matches, at, stems) : 0), 0);
    const covered = own.reduce((all, matches, i) => all + (matches ? found[i].telling * surest(matches) ** 0.5 : 0), 0) / total;
    const fit = fitOf(at, found.length);
    return { at, own, score: (sum + (shared.get(at) ?? 0)) * covered * factor * fit, whole };
  };

  /** What each word of the query may be, as stems: a half-typed word is no name yet. */
  const meaning = (found) => {
    const meant = found.map(({ forms, telling, matches }) => {
      const likes = new Set();
      for (const own of matches.values()) for (const { form } of own) if (form.how === "like") likes.add(form);
      const own = forms.filter(({ how }) => how !== "start").flatMap(stemsOf);
      return { telling, own: new Set(own), stems: new Set([...own, ...[...likes].flatMap(stemsOf)]) };
    });
    const stems = new Set(meant.flatMap((one) => [...one.stems]));
    return () => ({ meant, stems });
  };

  /** Pages called just so come first: needs and approaches, then others, then the glossary; the rest goes by score. */
  const standing = ({ at, whole }) => (whole ? 2 + TERM_KINDS.includes(entries[at].kind) - (entries[at].kind === "Glossary") : 0);

  /**
   * @param {number[]} positions
   * @param {import("./hits.js").Found[]} found
   * @param {string} key the stems of the query
   */
  return (positions, found, key) => {
    const total = found.reduce((sum, { telling }) => sum + telling, 0) || 1;
    const meantBy = meaning(found);
    const shared = runs(key.split(" "));
    const all = positions.map((at) => judged(at, found, total, key, meantBy, shared));
    return (found.length > FEW ? withCases(all) : all)
      .sort((one, other) => standing(other) - standing(one) || other.score - one.score || one.at - other.at);
  };
};
