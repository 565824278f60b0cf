// Layer one beside the page, so that typing never waits: loads the index once and answers questions.
import { engine } from "./engine.js";
import { unpack } from "./unpack.js";

const HOME = new URL("../../../search/", import.meta.url);

const fetchJson = async (name) => {
  const response = await fetch(new URL(name, HOME));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.json();
};

/** lunr.js is a script for Node or for a page; in a module it finds a home only when it takes us for Node. */
const loadLunr = async () => {
  Object.assign(globalThis, { exports: {}, module: {} });
  await import(new URL("lunr.js", HOME).href);
  return globalThis.module.exports;
};

const load = async () => {
  const [lunr, index, table] = await Promise.all([loadLunr(), fetchJson("index.json"), fetchJson("entries.json")]);
  return engine(lunr, lunr.Index.load(unpack(index)), table);
};

const loading = load();
loading.catch(() => {}); // each question reports it

addEventListener("message", async ({ data: { id, ask, argument } }) => {
  try {
    postMessage({ id, answer: (await loading)[ask](argument) });
  } catch (error) {
    postMessage({ id, error: String(error) });
  }
});
