// A button that copies a text and says so, beside itself and to screen readers.
import { element } from "../search/dom.js";
import { announce } from "./announce.js";
import { copy } from "./clipboard.js";

/**
 * @param {string} name what is copied, for screen readers: "BibTeX"
 * @param {() => {text: string, html?: string}} given
 * @param {() => void} refused shows the text, selected, where the clipboard is refused
 * @param {string} [words] what the button says of it
 */
export const copyButton = (name, given, refused, words) => {
  const button = element("button", { type: "button", class: "button--quiet" }, words ?? "Copy", element("span", { class: "visually-hidden", text: words ? "" : ` (${name})` }));
  const said = element("span", { class: "tools__said" });
  button.addEventListener("click", async () => {
    const { text, html } = given();
    const taken = await copy(text, html);
    if (!taken) refused();
    said.textContent = taken ? "Copied." : "Your browser refused the clipboard. The text is selected: copy it from there.";
    announce(taken ? `Copied: ${name}.` : said.textContent);
  });
  return [button, said];
};

/** Selects all that an element shows. @param {HTMLElement} shown */
export const select = (shown) => getSelection().selectAllChildren(shown);
