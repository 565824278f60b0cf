// How well a case fits, and which case fits better. The page of the finder states the same rule in words. No DOM.

/**
 * @typedef {import("./answers.js").Answers} Answers
 * @typedef {{match: string[], differs: string[], unknown: string[], open: number}} Fit the conditions of a case by what the
 *   reader answered: yes, no, or neither; `open`: how many of these have no answer yet
 */

/** @param {string[]} conditions of a case @param {Answers} answers @returns {Fit} */
export const fitOf = (conditions, answers) => {
  const having = (...values) => conditions.filter((id) => values.includes(answers.get(id)));
  const open = conditions.filter((id) => !answers.has(id)).length;
  return { match: having("yes"), differs: having("no"), unknown: having("unsure", undefined), open };
};

/** How many conditions a case reports. @param {Fit} fit */
export const size = ({ match, differs, unknown }) => match.length + differs.length + unknown.length;

/**
 * The better fit first: what matches counts for a case, what differs against it; then more that match; then fewer that
 * are not known. A case that reports no conditions comes after all others.
 * @param {Fit} one
 * @param {Fit} other
 */
export const compare = (one, other) => {
  if (!size(one) || !size(other)) return (size(one) ? 0 : 1) - (size(other) ? 0 : 1);
  const balance = ({ match, differs }) => match.length - differs.length;
  return balance(other) - balance(one)
    || other.match.length - one.match.length
    || one.unknown.length - other.unknown.length;
};
