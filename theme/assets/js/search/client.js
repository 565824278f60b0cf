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
export const warmUp = () => { send("answer", { query: "" }).catch(() => {}); };

/** What layer one finds: see `answer` in engine.js. @param {string} query @param {number} [most] */
export const answer = (query, most) => send("answer", { query, most });

/** What both layers find. @param {string} query @param {number} [most] */
export const answerFully = (query, most) => send("answerFully", { query, most });
