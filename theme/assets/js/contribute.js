// Says what is missing, if the address asks for a cell of the gap map.
const asked = new URLSearchParams(location.search);
const label = (key) => [...document.querySelectorAll(`[data-asked] [data-key="${key}"] > li`)]
  .find((term) => term.dataset.term === asked.get(key))?.textContent;
const quoted = (key) => (label(key) ? `“${label(key)}”` : "");

const [need, approach, level] = ["need", "approach", "level"].map(quoted);
const words = [
  need && `that met the need ${need}`,
  approach && `with the approach ${approach}`,
  level && `with an outcome at the level ${level}`,
].filter(Boolean);

if (words.length) {
  document.querySelector("[data-missing-words]").textContent = `a case ${words.join(" ")}.`;
  document.querySelector("[data-missing]").hidden = false;
}
