// Layer two: Pagefind over the text of the pages. Nothing of it is fetched before the first question.
import { count } from "./client.js";
import { marked } from "./words.js";

const ROOT = new URL("../../../", import.meta.url);
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

const asResult = ({ url, meta, excerpt: html }, words) => ({
  url: new URL(url, ROOT).href.slice(ROOT.href.length),
  title: marked(meta.title ?? "", new Set(words)),
  excerpt: excerpt(html),
});

/** Pagefind passes over words it does not know and cuts words short: only what a text really has counts. */
const withMost = async (pages, words) => {
  const counts = await count(words, pages.map(({ content }) => content));
  const most = Math.max(0, ...counts);
  return { best: pages.filter((_, at) => most && counts[at] === most), complete: most === words.length };
};

const read = (results) => Promise.all(results.slice(0, MOST_READ).map((result) => result.data()));

/** Pages for all the words; where there are none, those of the word that fewest pages have. */
const candidates = async (pagefind, words) => {
  const { results } = await pagefind.search(words.join(" "));
  if (results.length || words.length === 1) return read(results);
  const each = await Promise.all(words.map(async (word) => (await pagefind.search(word)).results));
  return read(each.filter((one) => one.length).sort((one, other) => one.length - other.length)[0] ?? []);
};

/**
 * Pages that have the words in their text: all of them (`complete`) or, where none has, most of them.
 * @param {string[]} words
 */
export const mentions = async (words) => {
  loading ??= load();
  const pages = await candidates(await loading, words);
  const { best, complete } = await withMost(pages, words);
  return { found: best.map((page) => asResult(page, words)), complete };
};
