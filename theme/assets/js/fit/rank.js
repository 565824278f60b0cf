// How well a case fits, and which case fits better. The page of the finder states the same rule in words. No DOM.

/**
 * @typedef {import("./answers.js").Answers} Answers
 * @typedef {{match: string[], differs: string[], unsure: string[], open: string[]}} Fit the conditions of a case by what the
 *   reader answered: yes, no, not sure, nothing yet
 */
const OF_ANSWER = { yes: "match", no: "differs", unsure: "unsure" };

/** @param {string[]} conditions of a case @param {Answers} answers @returns {Fit} */
export const fitOf = (conditions, answers) => {
  const fit = { match: [], differs: [], unsure: [], open: [] };
  for (const id of conditions) fit[OF_ANSWER[answers.get(id)] ?? "open"].push(id);
  return fit;
};

/** @param {Fit} fit */
export const unknown = ({ unsure, open }) => [...unsure, ...open];
/** @param {Fit} fit */
export const size = (fit) => fit.match.length + fit.differs.length + unknown(fit).length;

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
    || unknown(one).length - unknown(other).length;
};
