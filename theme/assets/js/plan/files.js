// Files that are made and read on the device.
import { element } from "../search/dom.js";

/** Hands the reader a file. @param {string} name @param {string} type @param {string} text */
export const download = (name, type, text) => {
  const url = URL.createObjectURL(new Blob([text], { type }));
  element("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};

/** A button that opens a file of the reader's. @param {string} words @param {string} accept @param {(text: string) => void} act */
export const opener = (words, accept, act) => {
  const input = element("input", { type: "file", accept, hidden: true });
  const button = element("button", { type: "button", class: "button--quiet", text: words });
  button.addEventListener("click", () => input.click());
  input.addEventListener("change", async () => {
    const [file] = input.files;
    input.value = "";
    if (file) act(await file.text());
  });
  return [button, input];
};
