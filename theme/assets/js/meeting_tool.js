// A sheet for the next meeting: a button that prints it. Everything else is on the page without a script.
import { printButton } from "./cases/share.js";

document.querySelector("[data-sheet-tools]").prepend(printButton());
