// Offers a text as a file, which the browser saves where it saves files.
import { element } from "../search/dom.js";

/** @param {string} name @param {string} text @param {string} type */
export const save = (name, text, type) => {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = element("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
};
