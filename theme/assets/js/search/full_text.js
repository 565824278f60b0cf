// Layer two: Pagefind over the text of the pages, beside the page. Nothing of it is fetched before it is asked.
const HOME = new URL("../../../search/full_text/", import.meta.url);
const LONG = 2; // a word of one letter says nothing
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };

/** @typedef {{data: () => Promise<any>}} Page a page that Pagefind has found and not yet read */

let loading;

const load = async () => {
  const [pagefind, known] = await Promise.all([
    import(new URL("pagefind.js", HOME).href),
    fetch(new URL("pages.json", HOME)).then((response) => response.json()),
  ]);
  await pagefind.options({ basePath: HOME.pathname, baseUrl: "/", noWorker: true, excerptLength: 24 });
  const byId = new Map(known.pages.split(" ").map((hash, at) => [`${known.language}_${hash}`, at]));
  return { pagefind, byId };
};

/** What stands in quotation marks is looked up as it is: else Pagefind passes over words or cuts them short. */
const exactly = async (pagefind, text) => (await pagefind.search(`"${text}"`)).results;

/**
 * The pages whose text has each of some words or phrases: those of layer one by their position, others as they are.
 * @param {string[]} asked
 * @returns {Promise<Map<string, {known: Map<number, Page>, other: Page[]}>>}
 */
export const inText = async (asked) => {
  loading ??= load();
  const { pagefind, byId } = await loading;
  const found = new Map();
  for (const text of asked.filter((one) => one.length >= LONG)) {
    const results = await exactly(pagefind, text);
    found.set(text, {
      known: new Map(results.filter(({ id }) => byId.has(id)).map((one) => [byId.get(one.id), one])),
      other: results.filter(({ id }) => !byId.has(id)),
    });
  }
  return found;
};

const plain = (html) => html.replace(/<[^>]*>/g, "").replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name) => ENTITIES[name]);

/** What a page says around the word, in pieces: Pagefind hands out HTML, of which only text and marks are used. */
export const excerpt = ({ excerpt: html }) => html.split(/<mark>(.*?)<\/mark>/s)
  .map((piece, at) => ({ text: plain(piece), found: at % 2 === 1 })).filter(({ text }) => text);
