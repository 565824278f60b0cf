// The answers about the reader's place that a view holds: whose they are, and what can be done with them.
import { only, same } from "../fit/answers.js";
import { keepOwn, onOwnChange, own as kept } from "../fit/own.js";
import { onAnswers } from "./words.js";

/**
 * @typedef {import("../fit/answers.js").Answers} Answers
 * @param {HTMLElement} box
 * @param {string[]} ids the conditions that are asked about
 * @param {{use: (answers: Answers) => void, changed: () => void}} does `use` takes other answers, or none, into the view;
 *   `changed` is called when the own answers, which are in the view, change elsewhere
 */
export const fit = (box, ids, { use, changed }) => {
  const part = (name) => box.querySelector(`[data-fit-${name}]`);
  const own = () => only(kept(), ids);
  let shown = new Map();
  let isOwn = true;

  /** @param {Answers} answers */
  const draw = (answers) => {
    shown = answers;
    isOwn = same(answers, own());
    box.hidden = !answers.size;
    part("words").textContent = onAnswers(answers.size, isOwn);
    part("warn").hidden = true;
    part("keep").hidden = isOwn;
    part("own").hidden = isOwn || !own().size;
    part("change").hidden = !isOwn;
  };

  part("keep").addEventListener("click", () => {
    if (keepOwn(new Map([...kept(), ...shown]))) use(own());
    else part("warn").hidden = false;
  });
  part("own").addEventListener("click", () => use(own()));
  part("off").addEventListener("click", () => use(new Map()));
  onOwnChange(() => { if (shown.size && isOwn) changed(); });

  return { own, draw };
};
