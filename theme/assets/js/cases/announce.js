// One place from which screen readers are told what has changed; it is there before anything is said in it.
import { element } from "../search/dom.js";

const voice = element("div", { "aria-live": "polite", class: "visually-hidden", "data-voice": true });
document.body.append(voice);

/** @param {string} words */
export const announce = (words) => voice.replaceChildren(words);
