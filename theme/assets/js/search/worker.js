// Both layers beside the page, so that typing never waits: loads the index once and answers questions.
import { engine } from "./engine.js";
import { read } from "./table.js";

const HOME = new URL("../../../search/", import.meta.url);

const fetchJson = async (name) => {
  const response = await fetch(new URL(name, HOME));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.json();
};

const load = async () => {
  const [{ stem }, index, table] = await Promise.all([
    import(new URL("lunr.js", HOME).href), fetchJson("index.json"), fetchJson("entries.json"),
  ]);
  const known = engine(stem, index, read(table));
  let learnt;
  const learn = async () => known.learn(await fetchJson("alike.json"));
  const answerFully = async (question) => {
    const [{ withText }] = await Promise.all([import("./evidence.js"), learnt ??= learn()]);
    return withText(known)(question);
  };
  return { ...known, answerFully };
};

const loading = load();
loading.catch(() => {}); // each question reports it

addEventListener("message", async ({ data: { id, ask, argument } }) => {
  try {
    postMessage({ id, answer: await (await loading)[ask](argument) });
  } catch (error) {
    postMessage({ id, error: String(error) });
  }
});
