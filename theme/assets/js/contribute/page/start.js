// What the address asks of the form. No DOM.

/**
 * @typedef {{draft?: string, of?: string, again?: string, prefill: {answer: Record<string, string>, level?: string}, unknown: string[]}} Asked
 */

/**
 * Read tolerantly: what is no id of ours is named, and the rest counts.
 * @param {string} query as in `location.search` @param {(list: string, id: string) => boolean} knows @returns {Asked}
 */
export const asked = (query, knows) => {
  const given = new URLSearchParams(query);
  const unknown = [];
  const term = (name, list) => {
    const id = given.get(name);
    if (id && !knows(list, id)) unknown.push(id);
    return id && knows(list, id) ? { [name]: id } : {};
  };
  const plain = (name) => given.get(name) || undefined;
  return {
    draft: plain("draft"), of: plain("case"), again: plain("again"),
    prefill: { answer: { ...term("need", "needs"), ...term("approach", "approaches") }, ...term("level", "outcome_levels") },
    unknown,
  };
};

/** The query of a draft. @param {string} id */
export const queryOf = (id) => `?draft=${encodeURIComponent(id)}`;

/**
 * Values in which nothing is said yet but what the address asks for.
 * @param {import("./spec.js").Spec} spec @param {string} today @param {Asked["prefill"]} prefill
 */
export const blank = (spec, today, { answer, level }) => ({
  kind: spec.kinds.at(-1), id: "", story: [],
  fields: { sources: [{ told_on: today }], answers: [choosable(answer, spec)], ...(level ? { outcomes: [{ level }] } : {}) },
});

/** What can be answered: not the headings of a list, which the gap map asks for, too. */
const choosable = (answer, spec) => {
  const asked = spec.field("answers").fields;
  const isChoice = ([name, id]) => asked.find((one) => one.name === name).choices.some((choice) => choice.id === id);
  return Object.fromEntries(Object.entries(answer).filter(isChoice));
};

/** A case with one more entry of those who did it too, and where that entry stands. */
export const nextRepeat = (values, id, today) => {
  const told = Array.isArray(values.fields.repeats) ? values.fields.repeats : [];
  const fields = { ...values.fields, repeats: [...told, { told_on: today }] };
  return [{ ...values, fields }, { of: id, only: ["repeats", told.length] }];
};
