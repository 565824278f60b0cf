// Draws results as the options of the search box.
import { element, withMarks } from "./dom.js";

const ROOT = new URL("../../../", import.meta.url);
let made = 0;

const addressOf = (url) => new URL(url, ROOT).href;

const said = (besides, excerpt) => [besides && `${besides}. `, "In the text: “… ", ...withMarks(excerpt), " …”"];

/** One result: a link, so that it can be opened in a new tab, in the part of an option. */
const option = ({ kind, url, title, context, why, besides, excerpt }) => {
  made += 1;
  return element(
    "a",
    { class: "result", role: "option", id: `search-result-${made}`, href: addressOf(url), tabindex: "-1", "aria-selected": "false" },
    element("span", { class: "result__kind", text: kind }),
    element("span", { class: "result__title" }, ...withMarks(title)),
    element("span", { class: "result__context", text: context }),
    element("span", { class: "result__why" }, ...(excerpt ? said(besides, excerpt) : [why])),
  );
};

/** A group of results under a heading. @param {import("./both_layers.js").Group} group */
export const group = ({ heading, results }) => {
  made += 1;
  const id = `search-group-${made}`;
  return element(
    "div",
    { class: "search__group", role: "group", "aria-labelledby": id },
    element("div", { class: "search__heading", id, text: heading, role: "presentation" }),
    ...results.map(option),
  );
};

/** The groups without the results whose addresses are known. */
export const onlyNew = (groups, known) => groups
  .map(({ heading, results }) => ({ heading, results: results.filter(({ url }) => !known.has(addressOf(url))) }))
  .filter(({ results }) => results.length);
