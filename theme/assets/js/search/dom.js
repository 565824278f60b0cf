// Small helpers to build elements. Text is always set as text.

/**
 * @param {string} tag
 * @param {Record<string, string | boolean | undefined>} [attributes] `text` is the element's text; false leaves one out
 * @param {...(Node | string)} children
 */
export const element = (tag, { text, ...attributes } = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  if (text !== undefined) made.textContent = text;
  made.append(...children);
  return made;
};

/** Pieces of text as nodes, the found ones marked. @param {{text: string, found: boolean}[]} pieces */
export const withMarks = (pieces) => pieces.map(({ text, found }) => (found ? element("mark", { text }) : text));
