// The answer of both layers: what the full text has counts for rank, and is shown where nothing else was found.
import { excerpt, inText } from "./full_text.js";
import { marked } from "./words.js";

// So many pages are read for what they say; so many pages that layer one does not know are shown.
const MOST_READ = 3;
const CASES = "/case_studies/";
const MOST_OTHER = 8;

const positions = (found) => Object.fromEntries([...found].map(([word, { known }]) => [word, [...known.keys()]]));

/** Says around which word a page was found, where only its text has that word. */
const withExcerpt = async (result, found) => {
  const page = result.textOnly.map((word) => found.get(word)?.known.get(result.at)).find(Boolean);
  return page ? { ...result, excerpt: excerpt(await page.data()) } : result;
};

const quoted = async (results, found) => {
  let left = MOST_READ;
  return Promise.all(results.map((result) => (result.textOnly.length && left-- > 0 ? withExcerpt(result, found) : result)));
};

/** Pages that layer one holds nothing of: those that have most of the words. */
const others = async (found, asked) => {
  const counts = new Map();
  for (const { other } of found.values()) {
    for (const page of other) {
      const own = counts.get(page.id) ?? { page, count: 0 };
      counts.set(page.id, { page, count: own.count + 1 });
    }
  }
  const best = [...counts.values()].sort((one, two) => two.count - one.count).slice(0, MOST_OTHER);
  return Promise.all(best.map(async ({ page, count }) => {
    const { url, meta, excerpt: html } = await page.data();
    return {
      kind: url.startsWith(CASES) ? "Case" : "Page", context: "", why: "", full: count === asked.length, textOnly: asked, url: url.replace(/^\//, ""),
      title: marked(meta.title ?? "", new Set(asked)), excerpt: excerpt({ excerpt: html }),
    };
  }));
};

/** @param {ReturnType<import("./engine.js").engine>} engine */
export const withText = (engine) => async ({ query, most }) => {
  const { phrases, words: asked } = engine.answer({ query, most: 0 });
  const found = await inText([...asked, ...phrases]);
  const known = engine.answer({ query, most, text: positions(found) });
  const other = await others(found, asked);
  const results = [...await quoted(known.results, found), ...other];
  const partial = known.partial && !other.some(({ full }) => full);
  return { ...known, partial, total: known.total + other.length, results, inText: true };
};

