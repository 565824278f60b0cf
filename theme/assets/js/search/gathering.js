// Needs and approaches gather from the cases that answer them: several good cases speak for the page that lists them.
import { TERM_KINDS } from "./hits.js";

// What the best cases of a need or approach count for it, beside its own words, and how many of them.
const FROM_CASES = 0.3;
const MOST = 3;

export const gathering = (entries) => {
  const answering = entries.map(() => []);
  entries.forEach(({ terms }, at) => terms.forEach((term) => answering[term].push(at)));

  /** The entries with what needs and approaches gather. @template {{at: number, score: number}} T @param {T[]} found */
  return (found) => {
    const scores = new Map(found.map(({ at, score }) => [at, score]));
    const gathered = (term) => answering[term].map((at) => scores.get(at) ?? 0).sort((one, other) => other - one)
      .slice(0, MOST).reduce((sum, score) => sum + score, 0) / MOST;
    return found.map((one) => (TERM_KINDS.includes(entries[one.at].kind)
      ? { ...one, score: one.score + FROM_CASES * gathered(one.at) } : one));
  };
};
