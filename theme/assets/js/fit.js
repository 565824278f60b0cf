// "Does this fit us?", on a case and on the page of all questions: the same questions, the same answers.
import { written } from "./fit/answers.js";
import { own } from "./fit/own.js";
import { question } from "./fit/questions.js";
import { fitOf } from "./fit/rank.js";
import { sheet } from "./fit/sheet.js";
import { progress, summary } from "./fit/words.js";
import { renewAddress } from "./old_values.js";

const root = document.querySelector("[data-fit]");
const part = (name) => root.querySelector(`[data-fit-${name}]`);
const items = [...root.querySelectorAll("[data-condition]")];
const ids = items.map((item) => item.dataset.condition);
const [status, find, forget] = ["summary", "find", "forget"].map(part);
const finder = find.getAttribute("href");

/** What the answers come to: on a case how well it fits, on the page of all questions how many there are. */
const told = (answers) => (forget ? progress(answers.size, ids.length) : summary(fitOf(ids, answers)));

const draw = () => {
  const { answers, unknown, isOwn, isKept, hasOwn } = answered.state;
  for (const one of questions) one.draw(answers.get(one.id));
  if (status.textContent !== told(answers)) status.textContent = told(answers);
  part("link").hidden = isOwn;
  part("own").hidden = !hasOwn;
  part("warn").hidden = isKept;
  if (part("unknown")) {
    part("unknown").hidden = !unknown.length;
    part("unknown").textContent = `The link holds what is no answer to a question here: ${unknown.join(", ")}.`;
  }
  const all = isOwn && isKept ? own() : answers;
  find.hidden = !all.size;
  find.href = `${finder}?${new URLSearchParams([...written(all).map((value) => ["fit", value]), ["sort", "fit"]])}`;
  if (forget) part("forgetting").hidden = !all.size;
};

renewAddress();
const answered = sheet(ids, () => draw());
const questions = items.map((item) => question(item, answered.answer));
/** A button that goes away hands the focus to what says that it was done. */
const act = (name, does, done) => part(name)?.addEventListener("click", () => {
  does();
  status.textContent = `${done} ${status.textContent}`.trim();
  status.focus();
});

status.tabIndex = -1;
part("plain").hidden = true;
act("keep", answered.keepThese, "These are your own answers now.");
act("own", answered.useOwn, "Your own answers are back.");
act("forget", answered.forget, "Your answers are forgotten.");
draw();
