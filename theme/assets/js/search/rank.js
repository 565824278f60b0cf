// In which order entries answer a query.
import { gathering } from "./gathering.js";
import { TERM_KINDS, TEXT } from "./hits.js";

// A case found through the label or synonym of its need or approach counts for less than that term itself.
const THROUGH_TERM = 0.5;
// What the full text counts as a field, beside the weights of the fields of layer one.
const TEXT_WEIGHT = 6;
// A word in several fields counts there too, but less.
const ELSEWHERE = 0.4;
// A need or an approach leads to all its cases.
const TERM = 1.1;
// Of so few words each must be on the page itself.
const FEW = 2;
// How much it counts that an entry has few or many of the words.
const COVERAGE = 1.2;
// What a word counts in a name of which the query has nothing else.
const ALONE = { title: 0.7, name: 0.5, also: 0.35, keywords: 0.4 };

export const ranking = ({ weights }, entries, names, runs, stem) => {
  const withCases = gathering(entries);
  const stemsOf = (form) => (form.how === "like" ? form.words.map(stem) : form.stem ? [form.stem] : []);

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
    const kind = TERM_KINDS.includes(entries[at].kind) ? TERM : 1;
    return { at, own, score: (sum + (shared.get(at) ?? 0)) * covered ** COVERAGE * factor * kind, whole };
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
