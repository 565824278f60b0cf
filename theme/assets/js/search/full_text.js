// Layer two: Pagefind over the text of the pages. Nothing of it is fetched before the first question.
const ROOT = new URL("../../../", import.meta.url);
const MOST = 5;
const MOST_READ = 12;
let loading;

const load = async () => {
  const pagefind = await import(new URL("search/full_text/pagefind.js", ROOT).href);
  await pagefind.options({ baseUrl: ROOT.pathname, excerptLength: 24 });
  return pagefind;
};

/** Pagefind hands out HTML: only its text and its marks are used. */
const excerpt = (html) => {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return [...body.childNodes].map((node) => ({ text: node.textContent, found: node.nodeName === "MARK" }));
};

/**
 * Pages that have all the words in their text, without those in `shown`.
 * @param {string[]} words
 * @param {Set<string>} shown addresses from the root of the site
 */
export const mentions = async (words, shown) => {
  loading ??= load();
  const pagefind = await loading;
  const { results } = await pagefind.search(words.join(" "));
  const found = [];
  for (const result of results.slice(0, MOST_READ)) {
    if (found.length === MOST) break;
    const { url, meta, excerpt: html } = await result.data();
    const own = new URL(url, ROOT).href.slice(ROOT.href.length);
    if (!shown.has(own)) found.push({ url: own, title: [{ text: meta.title, found: false }], excerpt: excerpt(html) });
  }
  return found;
};
