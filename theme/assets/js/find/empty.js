// When no case is shown: the nearest ways out.
import { wayOut } from "./words.js";

/** @param {HTMLElement} box @param {{filters: () => void, search: () => void}} clear takes off one or the other */
export const empty = (box, clear) => {
  const part = (name) => box.querySelector(`[data-none-${name}]`);
  for (const [name, act] of Object.entries(clear)) part(name).addEventListener("click", act);

  /** @param {{isEmpty: boolean, found: number, q: string, elsewhere: number, isFiltered: boolean}} view */
  const draw = ({ isEmpty, found, q, elsewhere, isFiltered }) => {
    box.hidden = !isEmpty;
    part("words").textContent = wayOut({ found, q, elsewhere });
    part("filters").hidden = !isFiltered || !found;
    part("search").hidden = !q;
    part("site").hidden = !elsewhere;
    part("site").href = `#${new URLSearchParams({ search: q })}`;
  };

  return { draw };
};
