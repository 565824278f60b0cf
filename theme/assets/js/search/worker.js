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
  const [{ stem }, index, columns] = await Promise.all([
    import(new URL("lunr.js", HOME).href), fetchJson("index.json"), fetchJson("entries.json"),
  ]);
  const table = read(columns);
  let known = engine(stem, [index], table);
  let learnt;
  const learn = async () => {
    const [everyday, sayings] = await Promise.all([fetchJson("alike.json"), fetchJson("might_say.json")]);
    known = engine(stem, [index, sayings], table, everyday);
  };
  const answerFully = async (question) => {
    const [{ withText }] = await Promise.all([import("./evidence.js"), learnt ??= learn()]);
    return withText(known)(question);
  };
  return { answer: (question) => known.answer(question), answerFully };
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
