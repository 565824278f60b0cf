// What the page asks: the words of the blank sheet that stands in it.

const words = (node) => (node?.textContent ?? "").replace(/\s+/g, " ").trim();

const line = (box) => ({ id: box.dataset.field, label: words(box.querySelector("strong")), help: words(box.querySelector(".sheet__help")) });
const column = (cell) => ({ id: cell.dataset.column, label: words(cell.querySelector("[data-label]")), help: words(cell.querySelector("[data-help]")) });

const part = (box) => ({
  kind: box.dataset.part,
  title: words(box.querySelector(".sheet__name")),
  note: words(box.querySelector(".sheet__note")),
  fields: box.dataset.part === "columns" ? [...box.querySelectorAll("[data-column]")].map(column) : [...box.querySelectorAll("[data-field]")].map(line),
});

/** @param {HTMLElement} box the blank sheet @returns {import("./plan.js").Sheet} */
export const sheetIn = (box) => ({
  title: words(box.querySelector(".sheet__title")),
  heading: [...box.querySelectorAll(".sheet__heading [data-label]")].map((one) => one.dataset.label),
  parts: [...box.querySelectorAll("[data-part]")].map(part),
  foot: words(box.querySelector(".sheet__foot")),
});
