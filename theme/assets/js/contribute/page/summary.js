// What is to put right, above the form: a list that leads to each answer.
import { element } from "../../search/dom.js";

/**
 * @typedef {import("../check.js").Problem} Problem
 * @param {HTMLElement} place
 */
export const summary = (place) => {
  const title = element("h2", { id: "to-put-right", tabindex: "-1" });
  const list = element("ul", { class: "summary__list" });
  const box = element("section", { class: "summary", "aria-labelledby": "to-put-right", hidden: true }, title, list);
  place.append(box);

  const line = ({ words, focus }) => {
    const link = element("a", { href: `#${focus().id}`, text: words });
    link.addEventListener("click", (event) => {
      event.preventDefault();
      focus().focus();
      focus().scrollIntoView({ block: "center" });
    });
    return element("li", {}, link);
  };

  return {
    /** @param {{words: string, focus: () => HTMLElement}[]} found @param {boolean} isAsked whether "Check my case" was pressed */
    draw: (found, isAsked) => {
      if (!isAsked && box.hidden) return;
      const words = found.length === 1 ? "1 answer to put right" : `${found.length} answers to put right`;
      title.textContent = found.length ? words : "Everything is in order";
      box.classList.toggle("is-good", !found.length);
      list.replaceChildren(...found.map(line));
      if (!found.length) list.replaceChildren(element("li", { class: "summary__good", text: "The check finds nothing to put right. You can send your case below." }));
      if (!isAsked) return;
      box.hidden = false;
      title.focus();
    },
    hide: () => { box.hidden = true; },
  };
};
