// The search box: what is typed holds after a pause, what is entered holds at once.
import { warmUp } from "../search/client.js";

const PAUSE = 250;

/**
 * @param {HTMLFormElement} form
 * @param {{typed: (text: string) => void, entered: (text: string) => void}} does
 */
export const box = (form, { typed, entered }) => {
  const input = form.querySelector("input");
  let waiting;

  const enter = () => {
    clearTimeout(waiting);
    entered(input.value);
  };

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    if (input.value) warmUp();
    waiting = setTimeout(() => typed(input.value), input.value ? PAUSE : 0);
  });
  input.addEventListener("change", enter);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    enter();
  });
  form.hidden = false;

  /** Shows a term that did not come from the box. @param {string} q */
  const draw = (q) => {
    if (document.activeElement !== input) input.value = q;
  };
  /** @param {string} q */
  const fill = (q) => {
    clearTimeout(waiting);
    input.value = q;
  };

  return { draw, fill, focus: () => input.focus() };
};
