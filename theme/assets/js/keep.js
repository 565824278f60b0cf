// On every page: how many cases are on the shortlist; where they are shown, a way to keep each case, the tools of a case,
// and the copy buttons of "Cite this page".
import { onUpdate, own } from "./shortlist/store.js";

const counts = [...document.querySelectorAll("[data-shortlist-count]")];
const draw = () => {
  const many = own().length;
  for (const count of counts) count.textContent = many ? ` (${many})` : "";
};
onUpdate(draw);
draw();

// What only some pages need is fetched by those alone.
const slots = [...document.querySelectorAll("[data-keep]")];
if (slots.length) {
  const { keepButton } = await import("./shortlist/keep_button.js");
  for (const slot of slots) {
    slot.append(keepButton(slot.dataset.keep, slot.closest(".card").querySelector(".card__title").textContent));
  }
}

const tools = document.querySelector("[data-tools]");
if (tools) {
  const { caseTools } = await import("./shortlist/case_tools.js");
  caseTools(tools, document.querySelector("[data-paper]"));
}

const citing = document.querySelector("[data-cite]");
if (citing) {
  const { citePanel } = await import("./cases/cite_panel.js");
  citePanel(citing);
}
