// The answers of the self-check, as data and as the query of an address, and the stage that they lead to. No DOM.

/**
 * @typedef {{id: string, stage: string}} Option a sign and the stage that it points to
 * @typedef {Map<string, Option[]>} Questions the options of each question, both in the order of the page
 * @typedef {Map<string, string>} Answers the chosen option by question; a question that was skipped is not in it
 */

/** @param {string} query as in `location.search` @param {Questions} questions @returns {{answers: Answers, unknown: string[]}} */
export const read = (query, questions) => {
  const given = [...new Set(new URLSearchParams(query).getAll("a"))];
  const answers = new Map();
  for (const [question, options] of questions) {
    const chosen = given.find((id) => options.some((option) => option.id === id));
    if (chosen) answers.set(question, chosen);
  }
  const used = new Set(answers.values());
  return { answers, unknown: given.filter((id) => !used.has(id)) };
};

/** The query of some answers: equal answers have equal queries. @param {Answers} answers @param {Questions} questions */
export const write = (answers, questions) => {
  const query = new URLSearchParams();
  for (const question of questions.keys()) if (answers.has(question)) query.append("a", answers.get(question));
  return `${query}` && `?${query}`;
};

/**
 * The stages that most answers point to: several where they are level, none without an answer.
 * @param {Answers} answers @param {Questions} questions @param {string[]} stages in their order
 * @returns {{stages: string[], most: number, pointing: Map<string, string>}} `pointing` is the stage by question
 */
export const decide = (answers, questions, stages) => {
  const pointing = new Map([...answers].map(([question, id]) => [question, questions.get(question).find((one) => one.id === id).stage]));
  const votes = [...pointing.values()];
  const count = (stage) => votes.filter((one) => one === stage).length;
  const most = Math.max(0, ...stages.map(count));
  return { stages: most ? stages.filter((stage) => count(stage) === most) : [], most, pointing };
};
