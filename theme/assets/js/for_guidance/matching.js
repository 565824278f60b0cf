// Which cases have what was typed in their title or place. No DOM.

/** Words without capitals and accents. @param {string} text */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The cases that have each typed word, or the beginning of one. @template {{title: string, where: string}} C @param {C[]} cases @param {string} typed @returns {C[]} */
export const matching = (cases, typed) => {
  const wanted = plain(typed).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return cases.filter(({ title, where }) => {
    const words = plain(`${title} ${where}`).split(/[^\p{L}\p{N}]+/u);
    return wanted.every((one) => words.some((word) => word.startsWith(one)));
  });
};
