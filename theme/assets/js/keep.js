// On every page: how many cases are on the shortlist, a way to keep each case that is shown, and the tools of a case.
import { caseTools } from "./shortlist/case_tools.js";
import { keepButton } from "./shortlist/keep_button.js";
import { onUpdate, own } from "./shortlist/store.js";

const counts = [...document.querySelectorAll("[data-shortlist-count]")];
const draw = () => {
  const many = own().length;
  for (const count of counts) count.textContent = many ? ` (${many})` : "";
};
onUpdate(draw);
draw();

for (const slot of document.querySelectorAll("[data-keep]")) {
  const title = slot.closest(".card").querySelector(".card__title").textContent;
  slot.append(keepButton(slot.dataset.keep, title));
}

const tools = document.querySelector("[data-tools]");
if (tools) caseTools(tools, document.querySelector("[data-paper]"));
