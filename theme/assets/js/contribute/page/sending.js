// The end of the form: the check, the ways out, and the file that goes out.
import { element } from "../../search/dom.js";
import { asFile } from "../record.js";
import { titleOf } from "./drafts_panel.js";
import { waysPanel } from "./ways_panel.js";

const FOLDER = "docs/case_studies";

/** A name that no case has. @param {string} name @param {Record<string, string>} cases */
const freeName = (name, cases) => {
  const stem = name.replace(/\.md$/, "");
  let number = 1;
  while (Object.hasOwn(cases, number === 1 ? stem : `${stem}-${number}`)) number += 1;
  return number === 1 ? name : `${stem}-${number}.md`;
};

/** What goes out of a draft: the file of a new case, or the file of the case that it changes. */
export const fileOf = ({ values, of, only }, data, today) => {
  const { name, text } = asFile(values, data, today);
  const what = only ? "We did this too" : of ? "A change to a case" : "A case";
  return {
    name: of ? `${of}.md` : freeName(name, data.cases), text, folder: FOLDER, existing: Boolean(of),
    subject: `${what}: ${titleOf(values)}`,
  };
};

/** @param {any} settings the addresses to send to @param {() => void} check @param {() => ReturnType<typeof fileOf>} file */
export const sending = (settings, check, file) => {
  const checking = element("button", { type: "button", text: "Check my case" });
  checking.addEventListener("click", check);
  return element(
    "section", { class: "contribute__send", "aria-labelledby": "send" }, element("h2", { id: "send", text: "Check it, and send it" }),
    element("p", { text: "The check says what is missing. You can send the text as it is, too: then somebody will ask you." }),
    element("p", {}, checking), waysPanel(settings, file),
  );
};
