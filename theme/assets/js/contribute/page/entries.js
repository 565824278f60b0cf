// A list of entries: each can be added, taken away and brought back.
import { element } from "../../search/dom.js";

const button = (words, act, more = {}) => {
  const made = element("button", { type: "button", class: "button--quiet", ...more }, words);
  made.addEventListener("click", act);
  return made;
};
const capital = (words) => words.slice(0, 1).toUpperCase() + words.slice(1);

/** "an answer", "another name" */
const withArticle = (item) => (item.startsWith("other ") ? `an${item}` : `${/^[aeiou]/.test(item) ? "an" : "a"} ${item}`);

/**
 * @param {import("./spec.js").Field} field `item` is what an entry is called
 * @param {() => import("./data.js").Path} path @param {import("./fields.js").Form} form
 * @param {(place: () => import("./data.js").Path) => import("./fields.js").Control[]} make the controls of an entry
 */
export const entries = (field, path, form, make) => {
  const rows = [];
  const list = element("ol", { class: `entries${field.fields ? "" : " entries--short"}` });
  const undone = element("div", { class: "entries__undo" });
  const value = () => { const now = form.read(path()); return Array.isArray(now) ? now : []; };
  const name = (at) => `${capital(field.item)} ${at + 1}`;

  const number = () => rows.forEach((row, at) => {
    row.title.textContent = name(at);
    row.remove.setAttribute("aria-label", `Remove ${field.item} ${at + 1}`);
    row.controls.forEach((one) => one.show());
  });

  const row = () => {
    const made = {};
    const place = () => [...path(), rows.indexOf(made)];
    made.controls = make(place);
    made.title = element("span", { class: "entry__name" });
    made.remove = button("Remove", () => take(rows.indexOf(made)), { class: "entry__remove button--quiet" });
    made.node = element("li", { class: "entry" }, element("div", { class: "entry__head" }, made.title, made.remove), element("div", { class: "entry__parts" }, ...made.controls.map(({ node }) => node)));
    return made;
  };

  const insert = (at) => {
    const made = row();
    rows.splice(at, 0, made);
    list.insertBefore(made.node, list.children[at] ?? null);
    return made;
  };

  /** The first thing in an entry that takes the focus. */
  const into = (made) => made.node.querySelector("input, select, textarea")?.focus();

  const take = (at) => {
    const [gone] = rows.splice(at, 1);
    const was = value()[at];
    gone.node.remove();
    form.write(path(), value().filter((_, other) => other !== at));
    number();
    const back = button(`Bring ${field.item} ${at + 1} back`, () => {
      undone.replaceChildren();
      const where = Math.min(at, rows.length);
      form.write(path(), [...value().slice(0, where), was, ...value().slice(where)]);
      const made = insert(where);
      number();
      into(made);
      form.announce(`${name(where)} is back.`);
    });
    undone.replaceChildren(element("p", {}, `${name(at)} was removed. `, back));
    form.announce(`${name(at)} was removed.`);
    back.focus();
  };

  const blank = () => (field.fields ? form.fresh(field.ways ? field.fields.filter(({ name }) => field.ways[0].fields.includes(name)) : field.fields) : "");
  const more = button(`Add ${withArticle(field.item)}`, () => {
    undone.replaceChildren();
    form.write(path(), [...value(), blank()]);
    const made = insert(rows.length);
    number();
    into(made);
  });

  const show = () => {
    undone.replaceChildren();
    rows.splice(0);
    list.replaceChildren();
    value().forEach((_, at) => insert(at));
    number();
  };

  return { node: element("div", {}, list, undone, more), show, focus: () => list.querySelector("input, select, textarea") ?? more };
};
