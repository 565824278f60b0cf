// The results as a list box: the focus stays in the box, the chosen option is pointed at.
export const listbox = (input, list) => {
  const options = () => [...list.querySelectorAll("[role='option']")];
  const chosen = () => list.querySelector("[aria-selected='true']");

  const choose = (option) => {
    chosen()?.setAttribute("aria-selected", "false");
    if (!option) return input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };

  /** The option a key leads to; undefined where the key keeps its own meaning, null where it leads back to the box. */
  const target = (key) => {
    const all = options();
    const at = all.indexOf(chosen());
    if (key === "ArrowDown") return all[at + 1] ?? all[0];
    if (key === "ArrowUp") return at === 0 ? null : all.at(at === -1 ? -1 : at - 1);
    if (at === -1) return undefined;
    return { Home: all[0], End: all.at(-1) }[key];
  };

  /** Whether the key was one of the list's. @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
    const next = target(event.key);
    if (next === undefined) return false;
    event.preventDefault();
    choose(next);
    return true;
  };

  /** Shows groups of results; the choice starts anew. @param {HTMLElement[]} groups */
  const show = (groups) => {
    choose(null);
    list.replaceChildren(...groups);
    list.hidden = !groups.length;
    list.scrollTop = 0;
    input.setAttribute("aria-expanded", String(groups.length > 0));
  };

  /** Adds a group below what is shown. */
  const addBelow = (group) => {
    list.append(group);
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  };

  /** The addresses of what is shown. */
  const addresses = () => new Set(options().map(({ href }) => href));

  return { show, addBelow, addresses, onKey, choose, chosen, first: () => options()[0] };
};
