// How much of a name, synonym or everyday word of an entry a query has, and how much of the query that is.
import { words } from "./words.js";

const WHOLE = 2;
const PART = 0.7;
// A name that begins with a word of the query is more about it.
const LEADS = 0.05;

/** @typedef {{field: string, name: string, whole: string, telling: string[]}} Name */

export const namesOf = (entries, stops, stem) => {
  const one = (field) => (name) => {
    const all = words(name);
    const telling = [...new Set(all.filter((word) => !stops.has(word)).map(stem))];
    const whole = all.map(stem);
    return { field, name, whole: whole.join(" "), telling: telling.length ? telling : whole };
  };
  /** @type {Name[][]} */
  const names = entries.map(({ title, name, also, keywords }) => [
    one("title")(title), ...(name ? [one("name")(name)] : []), ...also.map(one("also")), ...keywords.map(one("keywords")),
  ]);

  /** The share of the words of a name that the query has. */
  const covered = ({ telling }, stems) => telling.filter((own) => stems.has(own)).length / telling.length;

  /** The largest share of a name in some field, of those that have a word. */
  const share = (at, field, own, stems) => {
    let best = 0;
    for (const name of names[at]) {
      if (name.field === field && own.some((one) => name.telling.includes(one))) best = Math.max(best, covered(name, stems));
    }
    return best;
  };

  /** Whether the words of a name and those of the query are the same but for words that say nothing. */
  const isAll = ({ telling }, meant) => telling.length > 1
    && meant.every(({ own }) => telling.some((one) => own.has(one)))
    && telling.every((one) => meant.some(({ own }) => own.has(one)));

  /**
   * The name that is most of the query, with what that multiplies the score by.
   * @param {number} at
   * @param {{telling: number, stems: Set<string>, own: Set<string>}[]} meant what each word of the query may be, as
   *   stems; `own` leaves out other words for it
   * @param {Set<string>} stems all of them
   * @param {string} key the stems of the query
   */
  const best = (at, meant, stems, key) => {
    const total = meant.reduce((sum, { telling }) => sum + telling, 0) || 1;
    const factorOf = (name) => {
      const isName = name.field !== "keywords";
      if (isName && name.whole === key) return WHOLE;
      const within = meant.filter((one) => name.telling.some((own) => one.stems.has(own)));
      const part = covered(name, stems);
      if (isName && isAll(name, meant)) return WHOLE;
      const leads = isName && stems.has(name.telling[0]) ? LEADS : 0;
      return 1 + leads + PART * part * (within.reduce((sum, one) => sum + one.telling, 0) / total);
    };
    let found = { name: "", factor: 1 };
    for (const name of names[at]) {
      const factor = factorOf(name);
      if (factor > found.factor) found = { name: name.name, factor };
    }
    return found.factor === WHOLE ? { ...found, whole: found.name } : found;
  };

  const stems = names.map((own) => own.map(({ whole }) => whole.split(" ")));

  return { share, best, stems };
};
