// Compares cases: which ones stands in the address, and the table follows from it.
import { asked, nowCalled } from "./cases/address.js";
import { announce } from "./cases/announce.js";
import { notices } from "./cases/notices.js";
import { caseList, cases } from "./cases/data.js";
import { copyLink, printButton } from "./cases/share.js";
import { chooser } from "./compare/chooser.js";
import { MOST, read, write } from "./compare/state.js";
import { table } from "./compare/table.js";
import { element } from "./search/dom.js";

const LOST = "The cases could not be fetched. Try again when you are connected.";
const page = document.querySelector("[data-compare]");
const wrap = page.querySelector("[data-compare-wrap]");
const status = element("p", { class: "tools__status", tabindex: "-1" });
const notice = element("div", { class: "notice notice--warn", hidden: true });
const only = element("input", { type: "checkbox", id: "only" });
const share = copyLink(() => location.href);
const bar = element(
  "div", { class: "tools" },
  element("span", { class: "compare__only" }, only, element("label", { for: "only", text: "Only what differs" })),
  share.button, printButton(), share.said,
);

const count = ({ ids: { length } }) => {
  if (!length) return "Choose two to four cases to compare.";
  return length === 1 ? "One case. Add one more to compare it with." : `Comparing ${length} cases.`;
};

const start = async (list) => {
  let state = read(location.search, list);
  if (asked(location.search).some((id) => nowCalled(id, list) !== id)) history.replaceState(null, "", `${location.pathname}${write(state)}`);
  let drawing = 0;

  const draw = async () => {
    const own = ++drawing;
    const told = await cases(state.ids).catch(() => undefined);
    if (own !== drawing) return; // the reader has chosen again meanwhile
    if (!told) return void (status.textContent = LOST);
    rows.draw(told, state.only);
    choose.draw(state.ids, told);
    status.textContent = count(state);
    notice.replaceChildren(...notices(state, list, state.left.length ? [`Four is the most. Left out: ${state.left.length}.`] : []));
    notice.hidden = !notice.childElementCount;
    wrap.hidden = !told.length;
    bar.hidden = !told.length;
    only.checked = state.only;
    only.disabled = told.length < 2;
    share.clear();
  };

  const commit = async (change) => {
    state = { ...state, withdrawn: [], unknown: [], left: [], ...change };
    const query = write(state);
    if (query !== location.search) history.pushState(null, "", `${location.pathname}${query}`);
    await draw();
  };

  const rows = table(page.querySelector("[data-compare-table]"), async (id, at) => {
    await commit({ ids: state.ids.filter((one) => one !== id) });
    announce(`Removed. ${count(state)}`);
    (rows.removers()[Math.min(at, state.ids.length - 1)] ?? status).focus();
  });
  const choose = chooser(list, async (id) => {
    await commit({ ids: [...state.ids, id] });
    announce(`Added. ${count(state)}`);
    if (state.ids.length === MOST) status.focus();
  });

  only.addEventListener("change", async () => {
    await commit({ only: only.checked });
    announce(rows.told());
  });
  addEventListener("popstate", () => { state = read(location.search, list); draw(); });
  wrap.before(status, notice, choose.form, bar);
  await draw();
};

page.querySelector("[data-plain]").hidden = true;
for (const name of ["tabindex", "role", "aria-label"]) wrap.removeAttribute(name); // it scrolls only as a blank grid
try {
  await start(await caseList());
} catch {
  status.textContent = LOST;
  wrap.before(status);
}
page.classList.add("is-ready");
