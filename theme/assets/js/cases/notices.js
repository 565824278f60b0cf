// What an address or a list asks for in vain: cases that were withdrawn, and ids that the site does not know.
import { element } from "../search/dom.js";
import { href } from "./data.js";

/** @param {import("./data.js").Withdrawn} one @param {import("./data.js").CaseList} list */
const withdrawn = ({ title, address, reason, successor }, { listed }) => {
  const next = listed.find(({ id }) => id === successor);
  const instead = next ? [" Read instead: ", element("a", { href: href(next.address), text: next.title }), "."] : [];
  return element("p", {}, "Withdrawn: ", element("a", { href: href(address), text: title }), `. ${reason}`, ...instead);
};

const unknown = (ids) => element("p", { text: `No case here has the id ${ids.map((id) => `“${id}”`).join(", ")}. The rest is shown.` });

/**
 * @param {{withdrawn: import("./data.js").Withdrawn[], unknown: string[]}} sifted
 * @param {import("./data.js").CaseList} list
 * @param {string[]} [more] further sentences
 */
export const notices = (sifted, list, more = []) => [
  ...sifted.withdrawn.map((one) => withdrawn(one, list)),
  ...(sifted.unknown.length ? [unknown(sifted.unknown)] : []),
  ...more.map((text) => element("p", { text })),
];
