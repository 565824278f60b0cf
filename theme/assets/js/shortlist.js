// The shortlist on its page: the reader's own, or one that was sent and stands in the address.
import { announce } from "./cases/announce.js";
import { asked, nowCalled, queryOf, sift } from "./cases/address.js";
import { caseList, cases, href } from "./cases/data.js";
import { notices } from "./cases/notices.js";
import { copyLink, printButton } from "./cases/share.js";
import { element } from "./search/dom.js";
import { entry } from "./shortlist/entry.js";
import { added, renamed, without } from "./shortlist/list.js";
import { ownList } from "./shortlist/own_list.js";
import { canKeep, onOtherPage, own, put } from "./shortlist/store.js";

const page = document.querySelector("[data-shortlist-page]");
const box = page.querySelector("[data-shortlist-cases]");
const blank = box.querySelector("[data-entry]");
const status = element("p", { class: "tools__status", tabindex: "-1" });
const notice = element("div", { class: "notice notice--warn", hidden: true });
const sent = element("div", { class: "notice", hidden: true });
const empty = element(
  "p", { hidden: true }, "Nothing is kept yet. Choose “Keep on my shortlist” beside any case: start from ",
  element("a", { href: href("/find/"), text: "what fits" }), " or from ", element("a", { href: href("/case_studies/"), text: "all cases" }), ".",
);
let shown = [];
const address = () => new URL(`${location.pathname}${queryOf(shown)}`, location.href).href;
const share = copyLink(address);
const compare = element("a", { class: "button button--quiet", text: "Compare these" });
const hint = element("span", { class: "tools__hint", text: "To compare, keep two to four cases." });
const bar = element("div", { class: "tools" }, share.button, printButton(), compare, hint, share.said);

/** What stands around the list. @param {string[]} ids */
const frame = (ids, words) => {
  shown = ids;
  status.textContent = words;
  bar.hidden = !ids.length;
  compare.hidden = ids.length < 2 || ids.length > 4;
  hint.hidden = !compare.hidden;
  compare.href = `${href("/compare/")}${queryOf(ids)}`;
  share.clear();
};

const counted = (many) => (many === 1 ? "1 case" : `${many} cases`);
const REFUSED = "Your browser does not let this site keep anything, so your list lasts only until you leave this page. Copy its link to come back to it.";

const start = async (list) => {
  if (own().some(({ id }) => nowCalled(id, list) !== id)) put(renamed(own(), (id) => nowCalled(id, list)));
  const wanted = asked(location.search).map((id) => nowCalled(id, list));
  if (queryOf(wanted) !== queryOf(asked(location.search))) history.replaceState(null, "", `${location.pathname}${queryOf([...new Set(wanted)])}`);
  const mine = ownList(box, blank, () => around());

  const around = () => {
    const ids = mine.ids();
    frame(ids, ids.length ? `${counted(ids.length)} on your shortlist.` : "");
    empty.hidden = ids.length > 0 || !notice.hidden;
  };

  const drop = (ids) => {
    const button = element("button", { type: "button", class: "button--quiet", text: "Take off my shortlist" });
    button.addEventListener("click", async () => {
      put(ids.reduce(without, own()));
      await drawOwn();
      status.focus();
    });
    return element("p", { class: "tools" }, button);
  };

  const drawOwn = async () => {
    const sifted = sift(own().map(({ id }) => id), list);
    const lost = [...sifted.withdrawn.map(({ id }) => id), ...sifted.unknown];
    notice.replaceChildren(...notices(sifted, list, canKeep() ? [] : [REFUSED]), ...(lost.length ? [drop(lost)] : []));
    notice.hidden = !notice.childElementCount;
    sent.hidden = true;
    mine.show(await cases(sifted.known));
    around();
  };

  const keepAll = (ids) => {
    const button = element("button", { type: "button", text: "Keep all on my shortlist" });
    button.addEventListener("click", async () => {
      put(added(own(), ids));
      history.pushState(null, "", location.pathname);
      await drawOwn();
      status.focus();
      announce(`Kept. ${status.textContent}`);
    });
    return button;
  };

  const drawSent = async (wanted) => {
    const sifted = sift(wanted, list);
    notice.replaceChildren(...notices(sifted, list));
    notice.hidden = !notice.childElementCount;
    const view = element("a", { class: "button button--quiet", href: location.pathname, text: `View my own shortlist (${own().length})` });
    const many = sifted.known.length;
    sent.replaceChildren(
      element("p", {}, element("strong", { text: "This list was sent to you." }), ` It holds ${counted(many)}. Keep all of it to change it or to write what you could try.`),
      element("p", { class: "tools" }, ...(many ? [keepAll(sifted.known)] : []), view),
    );
    sent.hidden = false;
    empty.hidden = true;
    box.replaceChildren(...(await cases(sifted.known)).map((one) => entry(blank, one)));
    frame(sifted.known, "");
  };

  const draw = () => (asked(location.search).length ? drawSent(asked(location.search)) : drawOwn());
  onOtherPage(() => { if (!asked(location.search).length && !mine.follow()) draw(); });
  addEventListener("popstate", draw);
  box.before(sent, notice, empty, status, bar);
  await draw();
};

page.querySelector("[data-plain]").hidden = true;
try {
  await start(await caseList());
} catch {
  status.textContent = "The cases could not be fetched. Try again when you are connected.";
  box.before(status);
}
page.classList.add("is-ready");
