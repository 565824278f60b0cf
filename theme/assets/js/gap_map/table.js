// One table of the gap map: buttons that open its groups, and cells that are made when their row is first shown.
import { element } from "../search/dom.js";
import { known, missing } from "./links.js";

/** A row or a column, with the ids of those that it opens to. @param {HTMLElement} node @param {HTMLElement[]} all */
const head = (node, all) => ({
  node,
  id: node.dataset.term,
  in: node.dataset.in,
  label: node.querySelector("a").textContent,
  inner: all.filter((one) => one.dataset.in === node.dataset.term).map((one) => one.dataset.term),
});

const heads = (nodes) => nodes.map((node) => head(node, nodes));

/**
 * @param {HTMLElement} part
 * @param {string} root where the site begins
 * @param {(group: string) => void} toggle
 */
export const table = (part, root, toggle) => {
  const keys = [part.dataset.rowKey, part.dataset.columnKey];
  const columns = heads([...part.querySelectorAll("thead th")]);
  const rows = heads([...part.querySelectorAll("tbody tr")]);
  const kinds = [...part.querySelector("[data-gap-kinds]").children];
  const made = new Map();
  const buttons = new Map();

  /** The words of a cell, and where it leads; the first kind is the empty one. */
  const cell = (row, column, kind) => {
    const [count, rest] = kinds[kind].children;
    const isKnown = count.textContent !== "";
    const link = isKnown
      ? element("a", { href: known[keys[0]](root, row, column), text: count.textContent })
      : element("a", {
        class: "gap__missing", href: missing(root, keys, row, column), text: `${part.dataset.empty}. Tell us`,
        "aria-label": `${part.dataset.empty}. Tell us: ${row.label}, ${column.label}`,
      });
    const words = rest.textContent;
    const proposal = () => element("a", { class: "gap__proposal", href: known[keys[0]](root, row, column), text: words });
    const parts = isKnown ? [link, " ", element("span", { text: words })] : [...(words ? [proposal(), " "] : []), link];
    return element("td", { class: `shade-${kinds[kind].dataset.shade}` }, ...parts);
  };

  /** The cells of a row in the order of the columns: those of the page, and the others between them. */
  const cells = (row) => {
    if (made.has(row)) return made.get(row);
    const own = [...row.node.querySelectorAll("td")];
    const at = row.node.dataset.cells.split(" ").map(Number);
    const all = columns.map((column, place) => (!column.in && own.length ? own.shift() : cell(row, column, at[place])));
    row.node.append(...all);
    made.set(row, all);
    return all;
  };

  const button = ({ id, label, inner, node }) => {
    const made = element("button", { type: "button", class: "gap__open", "aria-label": `${inner.length} more under ${label}` }, `${inner.length} more`);
    made.addEventListener("click", () => toggle(id));
    (node.matches("th") ? node : node.querySelector("th")).append(made);
    buttons.set(id, made);
  };

  /** @param {Set<string>} open */
  const draw = (open) => {
    const isShown = (one) => !one.in || open.has(one.in);
    for (const column of columns) column.node.hidden = !isShown(column);
    for (const row of rows) {
      row.node.hidden = !isShown(row);
      if (isShown(row)) cells(row).forEach((one, at) => { one.hidden = columns[at].node.hidden; });
    }
    for (const [id, one] of buttons) one.setAttribute("aria-expanded", `${open.has(id)}`);
  };

  const groups = [...rows, ...columns].filter(({ inner }) => inner.length);
  groups.forEach(button);
  part.querySelector("[data-gap-hint]").hidden = false;
  return { draw, id: part.dataset.gap, keys, groups: groups.map(({ id }) => id), labelOf: (id) => groups.find((one) => one.id === id).label };
};
