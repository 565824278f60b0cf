// The page to contribute from: turns its questions into a form that keeps, checks, shows and sends what is typed.
import { element } from "./search/dom.js";
import { movedIn } from "./old_values.js";
import { app } from "./contribute/page/app.js";

const root = document.querySelector("[data-contribute]");
const place = root.querySelector("[data-contribute-app]");
const after = document.querySelector("[data-contribute-after]");
const moved = movedIn(root.querySelector("[data-old-values]"));
const settings = { new: after?.dataset.new, edit: after?.dataset.edit, mail: after?.dataset.mail };
const kept = { what: place.dataset.kept, until: place.dataset.until };

/** What cannot be had leaves the questions on the page. */
const start = async () => {
  try {
    const form = await fetch("form.json");
    if (!form.ok) throw new Error(`form.json: ${form.status}`);
    const data = await form.json();
    await app({ data, moved, place, settings, kept, root: document.body.dataset.root });
    place.hidden = false;
    root.classList.add("is-form"); // its questions are still printed
  } catch (error) {
    place.hidden = true;
    root.prepend(element("p", { class: "notice", role: "status", text: "The form did not arrive. Here are its questions." }));
    console.warn(error);
  }
  root.classList.add("is-ready");
};

await start();
