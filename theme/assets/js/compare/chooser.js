// Adds a case to the comparison: first those on the reader's shortlist, then those that the chosen ones name, then all.
import { element } from "../search/dom.js";
import { onUpdate, own } from "../shortlist/store.js";
import { MOST } from "./state.js";

const group = (label, cases) => (cases.length
  ? [element("optgroup", { label }, ...cases.map(({ id, title, where }) => element("option", { value: id, text: `${title} (${where})` })))]
  : []);

/** @param {import("../cases/data.js").CaseList} list @param {(id: string) => void} add */
export const chooser = ({ listed }, add) => {
  const select = element("select", { id: "add", autocomplete: "off" });
  const button = element("button", { type: "submit", text: "Add" });
  const form = element(
    "form", { class: "compare__add" },
    element("label", { for: "add", text: "Add a case" }), select, button,
  );
  const byId = new Map(listed.map((one) => [one.id, one]));
  let last = [[], []];

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (select.value) add(select.value);
    else select.focus();
  });

  /** @param {string[]} ids @param {object[]} told */
  const draw = (ids, told) => {
    last = [ids, told];
    const used = new Set(ids);
    const take = (wanted) => [...new Set(wanted)].filter((id) => byId.has(id) && !used.has(id) && used.add(id)).map((id) => byId.get(id));
    const first = element("option", { value: "", text: "Choose a case" });
    select.replaceChildren(
      first,
      ...group("On my shortlist", take(own().map(({ id }) => id))),
      ...group("Named as related", take(told.flatMap(({ related }) => related.map((one) => one.case)))),
      ...group("All other cases", take(byId.keys())),
    );
    form.hidden = ids.length >= MOST;
  };

  onUpdate(() => draw(...last));
  return { form, draw };
};
