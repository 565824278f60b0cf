// Asks the worker. It starts with the first question.
let worker;
let last = 0;
const waiting = new Map();

const settle = (id, { answer, error }) => {
  const { resolve, reject } = waiting.get(id) ?? {};
  waiting.delete(id);
  if (error) reject?.(new Error(error));
  else resolve?.(answer);
};

const start = () => {
  worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }) => settle(data.id, data));
  worker.addEventListener("error", () => {
    for (const id of [...waiting.keys()]) settle(id, { error: "the worker could not start" });
  });
};

const send = (ask, argument) => new Promise((resolve, reject) => {
  if (!worker) start();
  last += 1;
  waiting.set(last, { resolve, reject });
  worker.postMessage({ id: last, ask, argument });
});

/** Loads the index before the first letter is typed. */
export const warmUp = () => { send("describe", []).catch(() => {}); };

/** What layer one finds: see `answer` in engine.js. @param {string} query @param {number} [most] */
export const answer = (query, most) => send("answer", { query, most });

/** Kind and context of pages by their addresses from the root. @param {string[]} urls */
export const describe = (urls) => send("describe", urls);

/** How many of the words each text has. @param {string[]} words @param {string[]} texts */
export const count = (words, texts) => send("count", { words, texts });
