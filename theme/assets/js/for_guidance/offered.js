// What the builder offers for a view, with a sentence on each. No DOM.
import { address, cards, citation, feed, feeds, forDocument, list } from "./texts.js";

const link = ({ isPicked, filters, cases }) => {
  if (isPicked) return cases.length === 1 ? "It leads to the case." : "It leads to a list of these cases, in this order.";
  return filters.length === 1 ? "It leads to a page that lists these cases, and works without JavaScript too." : "It leads to the cases with these filters on.";
};

const feedHint = ({ isOwn, names }) => {
  if (isOwn) return names.length === 1 ? "It tells of each change of what you chose." : "Together they tell of each change of what you chose.";
  return names[0] === "all" ? "This list has no feed of its own. This one tells of every change on the site." : "This list has no feed of its own. What changes in it is told here, among other changes.";
};

/** @param {import("./texts.js").View} view @param {import("./texts.js").Quoted[]} all @param {import("./texts.js").Around} around @returns {import("./outputs.js").Output[]} */
export const offered = (view, all, around) => {
  const full = `${around.site.replace(/\/$/, "")}${address(view)}`;
  const card = "A small page for a frame on your own site. It takes the colours that the reader's device asks for. The height fits a column of 240 pixels; in a wider one less will do.";
  return [
    { id: "link", name: "Permanent link", hint: link(view), text: full },
    { id: "citation", name: "Reference, Harvard style", hint: around.site ? "The day in brackets is today: the day on which you saw it." : "Add the address and the day on which you saw it.", text: citation(view, around) },
    { id: "document", name: "Text for a document", hint: "Title, summary, caveat on the evidence, and reference.", text: forDocument(view, around) },
    // A feed needs whole addresses, so there are none while the address of the site is not set.
    ...(around.site ? [{ id: "feed", name: "Feed of changes", hint: feedHint(feeds(view, all)), text: feed(view, all, around) }] : []),
    { id: "list", name: "List for your own site", hint: "Plain HTML: titles, summaries and links. It needs no script.", text: list(view, around) },
    ...(view.isPicked ? [{ id: "card", name: view.cases.length === 1 ? "Card for your own site" : "Cards for your own site", hint: card, text: cards(view, around) }] : []),
  ];
};
