// Turns every link marked data-search, and the key "/", into a way to open the search dialog on any page.
// The dialog itself is here from the start, so that no letter typed after "/" is lost; the index is fetched when it opens.
// Without JavaScript the links still lead to the full list.
import { open } from "./search/dialog.js";
import { isAsked, slashIsOn } from "./search/state.js";

const isEditable = (target) => target instanceof Element
  && (target.closest("input, textarea, select, [contenteditable]:not([contenteditable='false'])") !== null);

for (const link of document.querySelectorAll("a[data-search]")) {
  link.setAttribute("aria-haspopup", "dialog");
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
