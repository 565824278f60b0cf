// The gap map: what is open lives in the address, and both tables follow from it.
import { element } from "./search/dom.js";
import { read, write } from "./gap_map/state.js";
import { table } from "./gap_map/table.js";
import { renewAddress } from "./old_values.js";

const root = document.body.dataset.root;
const status = element("p", { class: "visually-hidden", role: "status" });
const notice = element("p", { class: "gap__notice", hidden: true });

const tables = [...document.querySelectorAll("[data-gap]")].map((part) => {
  const own = table(part, root, (group) => toggle(own, group));
  return own;
});
const offered = new Map(tables.map(({ id, groups }) => [id, groups]));
renewAddress(new Map(tables.map(({ id, keys }) => [id, keys])));
let state = read(location.search, offered);

const draw = () => {
  for (const { id, draw: drawTable } of tables) drawTable(state.open.get(id));
  notice.hidden = !state.unknown.length;
  notice.textContent = `The link asks for what is no group here: ${state.unknown.join(", ")}. The rest of it is open.`;
};

const toggle = ({ id, labelOf }, group) => {
  const groups = new Set(state.open.get(id));
  const isOpen = !groups.delete(group);
  if (isOpen) groups.add(group);
  state = { open: new Map(state.open).set(id, groups), unknown: [] };
  history.pushState(null, "", `${location.pathname}${write(state.open, offered)}`);
  draw();
  status.textContent = `${labelOf(group)} ${isOpen ? "opened" : "closed"}.`;
};

addEventListener("popstate", () => {
  state = read(location.search, offered);
  draw();
});

document.querySelector("[data-gap]").before(notice, status);
draw();
