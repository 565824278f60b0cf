// The ways out of the form: copy, download, GitHub, e-mail. The text can always be copied by hand as well.
import { save } from "../../cases/save.js";
import { element } from "../../search/dom.js";
import { editFile, mail, newFile } from "./ways.js";

const PASTE = "(Paste the text here: it was copied when you pressed the button.)";

/** @param {string} text @returns {Promise<boolean>} whether it was copied */
const copied = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // the browser does not let pages copy: the text can be copied by hand
  }
};

/**
 * @param {{new?: string, edit?: string, mail?: string}} settings addresses; what is not set is not offered
 * @param {() => {name: string, text: string, folder: string, existing: boolean, subject: string}} file
 */
export const waysPanel = (settings, file) => {
  const status = element("p", { class: "ways__said", role: "status" });
  const byHand = element("textarea", { readonly: true, rows: "12", "aria-label": "The text of your case", spellcheck: "false" });
  const whole = element("details", { class: "ways__text" }, element("summary", { text: "See the text, or copy it by hand" }), byHand);

  const fail = () => {
    whole.open = true;
    byHand.focus();
    byHand.select();
    status.replaceChildren("Your browser does not let this page copy. The text is marked below: copy it with Ctrl+C or your device's own way.");
  };

  /** Copies, says so, and leads on. */
  const act = async (words, address, isTab) => {
    const now = file();
    byHand.value = now.text;
    const done = await copied(now.text);
    if (!done) fail();
    else status.replaceChildren(words);
    if (!address) return;
    const again = element("a", { href: address, ...(isTab ? { target: "_blank", rel: "noopener noreferrer" } : {}), text: isTab ? "Open it again" : "Write it again" });
    status.append(" ", again);
    if (isTab) open(address, "_blank", "noopener,noreferrer");
    else location.assign(address);
  };

  const github = () => {
    const { name, text, folder, existing } = file();
    if (existing) {
      const address = editFile(settings.edit, `${folder}/${name}`);
      return act("The text is copied. GitHub opens the file: mark all of it, paste, and press “Commit changes”.", address, true);
    }
    const { address, holdsText } = newFile(settings.new, folder, name, text);
    const next = holdsText ? "GitHub opens a new file with it." : "GitHub opens a new file: paste the text into it.";
    return act(`The text is copied. ${next} Then press “Commit changes”.`, address, true);
  };
  const write = () => {
    const { text, subject } = file();
    const { address, holdsText } = mail(settings.mail, subject, text, PASTE);
    return act(holdsText ? "Your e-mail program opens with the text." : "The text is copied. Your e-mail program opens: paste the text into the message.", address, false);
  };
  const download = () => {
    const { name, text } = file();
    save(name, text, "text/markdown");
    status.replaceChildren(`The file ${name} is among your downloads.`);
  };

  const way = (words, told, does, isMain) => {
    const made = element("button", { type: "button", ...(isMain ? {} : { class: "button--quiet" }), text: words });
    made.addEventListener("click", does);
    return element("li", { class: "way" }, made, element("p", { text: told }));
  };
  const ways = [
    ...(settings.new ? [["Copy and open GitHub", "For people who have a GitHub account.", github]] : []),
    ...(settings.mail ? [["Copy and write an e-mail", `To ${settings.mail}. Nothing is sent before you send it.`, write]] : []),
    ["Download the file", "To send it in your own way, or to keep it.", download],
    ["Copy the text", "To paste it wherever you like.", () => act("The text is copied.")],
  ];
  whole.addEventListener("toggle", () => { if (whole.open) byHand.value = file().text; });
  return element("div", { class: "ways" }, element("ul", { class: "ways__list" }, ...ways.map((one, at) => way(...one, at === 0))), status, whole);
};
