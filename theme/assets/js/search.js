// Turns every link marked data-search, and the key "/", into a way to open the search dialog on any page.
// What the dialog needs is fetched when a reader reaches for it; without it the links still lead to the full list.
import { isAsked, slashIsOn } from "./search/state.js";

let loading;
const dialog = () => (loading ??= import("./search/dialog.js"));
const open = async (opener) => (await dialog()).open(opener);

const isEditable = (target) => target instanceof Element
  && (target.closest("input, textarea, select, [contenteditable]:not([contenteditable='false'])") !== null);

for (const link of document.querySelectorAll("a[data-search]")) {
  link.setAttribute("aria-haspopup", "dialog");
  for (const sign of ["pointerenter", "focus"]) link.addEventListener(sign, () => { dialog(); }, { once: true });
  link.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    open(link);
  });
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.defaultPrevented || isEditable(event.target) || !slashIsOn()) return;
  event.preventDefault();
  open();
});

// Back from a result leads here again; so does a link that carries a query.
const openAsked = () => { if (isAsked()) open(); };
addEventListener("hashchange", openAsked);
openAsked();
