// On the page of a framework: a button that copies its table, for minutes or a spreadsheet.
import { copy } from "./cases/clipboard.js";
import { element } from "./search/dom.js";

/** @param {HTMLTableElement} table @returns {string} its rows as lines, cells parted by tabs */
const asText = (table) =>
  [...table.rows].map((row) => [...row.cells].map((cell) => plain(cell)).join("\t")).join("\n");

/** The words of a cell on one line, items parted by semicolons. @param {HTMLElement} cell */
const plain = (cell) => {
  const items = [...cell.querySelectorAll("li")];
  const texts = items.length ? items : [cell];
  return texts.map((one) => one.textContent.replace(/\s+/g, " ").trim()).join("; ");
};

const slot = document.querySelector("[data-framework-copy]");
const table = document.querySelector(".model__table");
if (slot && table) {
  const button = element("button", { type: "button", class: "button--quiet", text: "Copy the table" });
  const said = element("span", { role: "status" });
  button.addEventListener("click", async () => {
    const taken = await copy(asText(table), table.outerHTML);
    said.textContent = taken ? "Table copied." : "Your browser refused the clipboard. Select the table instead.";
  });
  slot.append(button, said);
  slot.hidden = false;
}
