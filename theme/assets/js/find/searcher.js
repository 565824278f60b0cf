// What search makes of the term of a view. An answer that comes after a newer question is dropped.
import { find } from "./query.js";

/**
 * @typedef {Partial<import("./query.js").Found> & {q: string, isLost?: boolean}} Answer `isLost`: search could
 *   not be loaded
 * @param {() => void} draw called for each answer
 */
export const searcher = (draw) => {
  /** @type {Answer | undefined} */
  let answer;
  let asked = "";
  let turn = 0;

  const take = (next) => {
    answer = next;
    draw();
  };

  /** Asks for a term, or for none. @param {string} q */
  const ask = async (q) => {
    if (q === asked && !answer?.isLost) return; // its answer has come or is on its way
    asked = q;
    turn += 1;
    const own = turn;
    if (!q) return take(undefined);
    try {
      for await (const next of find(q)) {
        if (own !== turn) return;
        take(next);
      }
    } catch {
      if (own === turn) take({ q, isLost: true, isWhole: true });
    }
  };

  /** The answer to a term, if it has come. @param {string} q */
  const answerTo = (q) => (answer?.q === q ? answer : undefined);

  return { ask, answerTo };
};
