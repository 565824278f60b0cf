// Answers about the reader's own place, as data, in an address and as they are kept. No DOM.

/** @typedef {"yes" | "no" | "unsure"} Answer @typedef {Map<string, Answer>} Answers by the ids of conditions */
export const LABELS = { yes: "Yes", no: "No", unsure: "Not sure" };
export const NAME = "fit";
const isAnswer = (value) => Object.hasOwn(LABELS, value);

/**
 * The answers in an address: `fit=dedicated-staff.yes`, once for each condition. The first answer to a question counts.
 * @param {string} query as in `location.search`
 * @param {string[]} ids the conditions that are asked about
 * @returns {{answers: Answers, unknown: string[]}} `unknown`: what is no answer to any of the questions
 */
export const read = (query, ids) => {
  const answers = new Map();
  const unknown = [];
  for (const given of new Set(new URLSearchParams(query).getAll(NAME))) {
    const [id, value] = given.split(".", 2);
    if (ids.includes(id) && isAnswer(value) && given === `${id}.${value}` && !answers.has(id)) answers.set(id, value);
    else unknown.push(given);
  }
  return { answers, unknown };
};

/** The answers as values for an address: equal answers give equal values. @param {Answers} answers */
export const written = (answers) => [...answers].map(([id, value]) => `${id}.${value}`).sort();

/** The answers in what the device has kept; whatever else stands there is left out. @returns {Answers} */
export const fromKept = (value) => new Map(
  Object.entries(value && typeof value === "object" ? value : {}).filter(([, answer]) => isAnswer(answer)),
);

/**
 * The answers by the ids that conditions have now; where two became one, the answer to the new one counts.
 * @param {Answers} answers @param {import("../old_values.js").Moved} moved @returns {Answers}
 */
export const renamed = (answers, moved) => {
  const now = (id) => (moved.get(`${NAME}=${id}`) ?? `${NAME}=${id}`).slice(NAME.length + 1);
  const old = [...answers].map(([id, answer]) => [now(id), answer]).filter(([id]) => id);
  return new Map([...old, ...[...answers].filter(([id]) => now(id) === id)]);
};

/** The answers to some of the questions. @param {Answers} answers @param {string[]} ids @returns {Answers} */
export const only = (answers, ids) => new Map([...answers].filter(([id]) => ids.includes(id)));

/** @param {Answers} one @param {Answers} other */
export const same = (one, other) => written(one).join() === written(other).join();

/**
 * Whose answers a page shows: the reader's own or, where an address brings others, those of the link.
 * @param {{asked: Answers, own: Answers, isOurs: boolean}} known `isOurs`: this page wrote the address itself, from what
 *   the device kept
 * @returns {{answers: Answers, isOwn: boolean}}
 */
export const whose = ({ asked, own, isOurs }) => {
  const isOwn = !asked.size || isOurs || same(asked, own);
  return { answers: isOwn ? own : asked, isOwn };
};
