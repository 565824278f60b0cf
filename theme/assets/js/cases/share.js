// The buttons of a page that can be sent and printed.
import { element } from "../search/dom.js";
import { announce } from "./announce.js";
import { copy } from "./clipboard.js";

/** A button that copies a link; where the clipboard is refused the link is shown, selected. @param {() => string} link */
export const copyLink = (link) => {
  const button = element("button", { type: "button", class: "button--quiet", text: "Copy link" });
  const shown = element("input", { class: "tools__link", readonly: true, hidden: true, "aria-label": "The link to this list" });
  const said = element("span", { class: "tools__said" });
  button.addEventListener("click", async () => {
    const taken = await copy(link());
    said.textContent = taken ? "Link copied." : "Your browser refused the clipboard. Copy the link from here:";
    announce(said.textContent);
    shown.hidden = taken;
    shown.value = link();
    if (!taken) shown.select();
  });
  return { button, said: element("span", { class: "tools__answer" }, said, " ", shown), clear: () => { said.textContent = ""; shown.hidden = true; } };
};

export const printButton = () => {
  const button = element("button", { type: "button", class: "button--quiet", text: "Print" });
  button.addEventListener("click", () => print());
  return button;
};
