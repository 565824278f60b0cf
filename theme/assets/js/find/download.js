// The links to the files of all cases hand over what is shown instead: those cases, in that order.
import { announce } from "../cases/announce.js";
import { save } from "../cases/save.js";
import { fromCsv, fromJson } from "./selection.js";

const KINDS = { csv: { type: "text/csv", pick: fromCsv }, json: { type: "application/json", pick: fromJson } };
// What comes first in the file, so that spreadsheets read its letters as they are, has to stay.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

const fetched = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return decoder.decode(await answer.arrayBuffer());
};

/** @param {HTMLElement} box @param {() => string[]} shown the ids of the cases that are shown, in their order */
export const download = (box, shown) => {
  const words = box.querySelector(".download").firstChild;
  words.textContent = words.textContent.replace("all cases", "this list");

  const hand = async (address, kind) => {
    const ids = shown();
    try {
      const text = await fetched(address);
      save(`what-works-${ids.length}-cases.${kind}`, KINDS[kind].pick(text, ids), KINDS[kind].type);
      announce(ids.length === 1 ? "The file holds 1 case." : `The file holds ${ids.length} cases.`);
    } catch {
      announce("The file could not be loaded. Try again later.");
    }
  };

  for (const link of box.querySelectorAll("a[download]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      hand(link.href, link.href.split(".").pop());
    });
  }

  /** @param {number} count how many cases are shown */
  return { draw: (count) => { box.hidden = !count; } };
};
