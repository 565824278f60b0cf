// What the cases depended on, as the page lists it.

/**
 * @typedef {{ids: string[], label: (id: string) => string, of: (caseId: string) => string[]}} Conditions
 * @param {HTMLElement} list
 * @returns {Conditions}
 */
export const conditions = (list) => {
  const labels = new Map();
  const byCase = new Map();
  for (const { dataset: { condition, label, cases } } of list.children) {
    labels.set(condition, label);
    for (const id of cases.split(" ").filter(Boolean)) byCase.set(id, [...(byCase.get(id) ?? []), condition]);
  }
  return { ids: [...labels.keys()], label: (id) => labels.get(id), of: (id) => byCase.get(id) ?? [] };
};
