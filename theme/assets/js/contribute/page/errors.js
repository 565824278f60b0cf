// What is wrong, next to each answer that was left; once the whole was checked, next to every answer.
import { tell } from "./frame.js";

const key = (path) => path.join("/");

/** The answer that a path belongs to: its own, or the nearest around it. */
const nearest = (byPath, path) => {
  for (let length = path.length; length > 0; length -= 1) {
    const found = byPath.get(key(path.slice(0, length)));
    if (found) return found;
  }
  // What the story lacks as a whole is told at its first section.
  return path[0] === "story" ? [...byPath].find(([place]) => place.startsWith("story/"))?.[1] : undefined;
};

/** In a form the example stands beside the question; no YAML is to be seen. */
const inWords = (text) => text.split("For example:\n")[0].trim();

/**
 * @typedef {{path: () => import("./data.js").Path, node: HTMLElement, errors: HTMLElement, focus: () => HTMLElement, isLeft?: boolean}} Watched
 * @param {HTMLElement} place @param {() => import("../check.js").Problem[]} problems
 */
export const errors = (place, problems) => {
  /** @type {Watched[]} */
  let watched = [];
  let isChecked = false;
  let waiting = 0;
  /** Where answers are asked for; elsewhere nothing can be put right. @type {import("./data.js").Path} */
  let inside = [];

  const asked = () => problems().filter(({ path }) => inside.every((step, at) => path[at] === step));
  const found = () => {
    watched = watched.filter(({ node }) => node.isConnected);
    const byPath = new Map(watched.map((one) => [key(one.path()), one]));
    return asked().map((problem) => ({ problem, one: nearest(byPath, problem.path) }));
  };

  const mark = (one, messages) => {
    tell(one.errors, messages);
    one.node.classList.toggle("is-wrong", messages.length > 0);
    const input = one.focus();
    if (!input || one.node.matches("fieldset") || !input.matches("input, textarea, select")) return;
    if (messages.length) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  };

  const drawNow = () => {
    waiting = 0;
    const all = found();
    for (const one of watched) {
      const shown = one.isLeft || isChecked;
      mark(one, shown ? all.filter((each) => each.one === one).map(({ problem }) => inWords(problem.message)) : []);
    }
  };
  /** While one types, errors are looked for once the typing rests. */
  const draw = () => {
    clearTimeout(waiting);
    waiting = setTimeout(drawNow, 150);
  };

  const watch = (one) => {
    watched.push(one);
    one.node.addEventListener("focusout", ({ relatedTarget }) => {
      if (one.node.contains(relatedTarget) || !one.node.isConnected || !document.hasFocus()) return;
      one.isLeft = true;
      draw();
    });
  };

  /** Everything that is wrong, in the order of the page. */
  const wrong = () => {
    const order = [...place.querySelectorAll(".ask")];
    const where = ({ one }) => (one ? order.indexOf(one.node) : -1);
    return found().sort((one, other) => where(one) - where(other)).map(({ problem, one }) => ({
      words: inWords(problem.field ? `${problem.field}: ${problem.message}` : problem.message),
      focus: () => one?.focus() ?? place.querySelector("h2"),
    }));
  };

  /** Whether anything at a place, or inside it, is wrong. @returns {(path: import("./data.js").Path) => boolean} */
  const whereWrong = () => {
    const paths = asked().map(({ path }) => `${key(path)}/`);
    return (path) => paths.some((one) => one.startsWith(`${key(path)}/`));
  };

  return {
    watch, draw, wrong, whereWrong,
    check: () => { isChecked = true; drawNow(); return wrong(); },
    forget: (only = []) => { watched = []; isChecked = false; inside = only; },
  };
};
