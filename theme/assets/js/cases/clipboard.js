// Puts text on the clipboard.

/** @param {string} text @param {string} [html] the same with its form @returns {Promise<boolean>} whether it was taken */
export const copy = async (text, html) => {
  try {
    if (html) await navigator.clipboard.write([new ClipboardItem(flavours({ "text/plain": text, "text/html": html }))]);
    else await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // the browser has none, or the reader does not allow it
  }
};

const flavours = (texts) => Object.fromEntries(Object.entries(texts).map(([type, text]) => [type, new Blob([text], { type })]));
