// The self-check: the answers live in the address, and everything shown follows from them. Nothing is kept.
import { renewAddress } from "./old_values.js";
import { element } from "./search/dom.js";
import { decide, read, write } from "./where_are_we/answers.js";

const form = document.querySelector("[data-check]");
const part = (name) => document.querySelector(`[data-${name}]`);
const all = (name, within = document) => [...within.querySelectorAll(`[data-${name}]`)];
const found = part("found");
const title = part("found-title");
const status = part("check-status");
const notice = element("p", { class: "check__notice", hidden: true });

const details = all("stage");
const order = details.map((one) => one.dataset.stage);
const label = new Map(details.map((one) => [one.dataset.stage, one.querySelector("h3").textContent]));
const questions = new Map(all("question").map((box) => [
  box.dataset.question,
  all("points-to", box).map((input) => ({ id: input.value, stage: input.dataset.pointsTo })),
]));
const wordsOf = (question) => form.querySelector(`[data-question="${question}"] legend`).lastChild.textContent.trim();
const answerOf = (id) => form.querySelector(`input[value="${id}"]`).parentElement.textContent.trim();

const joined = (words) => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`);
const counted = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

const named = (stages) => joined(stages.map((stage) => label.get(stage)));

const rule = ({ stages, most, pointing }) => {
  const skipped = questions.size - pointing.size;
  const led = stages.length > 1
    ? `They are level: ${counted(most, "answer")} ${most === 1 ? "points" : "point"} to each.`
    : `${most} of your ${counted(pointing.size, "answer")} ${most === 1 ? "points" : "point"} there.`;
  const few = pointing.size < 3 ? " That is little to go by." : "";
  return skipped ? `${led} You left out ${counted(skipped, "question")}.${few}` : `${led}${few}`;
};

/** One list of answers below a heading, or nothing. */
const listed = (heading, answers, pointing, tells) => {
  if (!answers.length) return [];
  const items = answers.map(([question, id]) => element(
    "li", {}, element("span", { class: "found__question", text: wordsOf(question) }), " ", answerOf(id),
    ...(tells ? [" ", element("span", { class: "tag", text: label.get(pointing.get(question)) })] : []),
  ));
  return [element("div", {}, element("h3", { text: heading }), element("ul", {}, ...items))];
};

const drawStages = (stages) => {
  for (const one of details) {
    const isHere = stages.includes(one.dataset.stage);
    (isHere ? part("found-stages") : part("stages")).append(one);
    one.open = isHere;
  }
  part("stages-title").textContent = stages.length ? "The other stages" : "What tends to help at each stage";
  for (const one of all("dot")) one.classList.toggle("is-here", stages.includes(one.dataset.dot));
  for (const one of all("here")) {
    one.classList.toggle("is-here", stages.includes(one.dataset.here));
    one.querySelector(".tag")?.remove();
    if (stages.includes(one.dataset.here)) one.append(element("em", { class: "tag tag--evidence", text: "Your answers point here" }));
  }
};

const draw = (answers) => {
  const result = decide(answers, questions, order);
  const { stages, pointing } = result;
  for (const input of form.querySelectorAll("input")) {
    if (answers.has(input.name)) input.checked = input.value === answers.get(input.name);
    else if (input.value) input.checked = false;
  }
  found.hidden = !stages.length;
  drawStages(stages);
  if (!stages.length) return;
  title.textContent = `Your answers point to ${named(stages)}`;
  part("found-rule").textContent = rule(result);
  const [led, other] = [true, false].map((wanted) => [...answers].filter(([question]) => stages.includes(pointing.get(question)) === wanted));
  part("found-led").replaceChildren(
    ...listed("The answers that led there", led, pointing, stages.length > 1),
    ...listed("The answers that point elsewhere", other, pointing, true),
  );
  part("found-copied").textContent = "";
};

/** What is ticked on the page. */
const ticked = () => new Map([...new FormData(form)].filter(([, id]) => id));

const commit = (answers) => {
  const query = write(answers, questions);
  if (query !== location.search) history.pushState(null, "", `${location.pathname}${query}`);
  notice.hidden = true;
  draw(answers);
};

const restore = () => {
  const { answers, unknown } = read(location.search, questions);
  notice.hidden = !unknown.length;
  notice.textContent = `The link holds what is no answer here, or a second answer to one question: ${unknown.join(", ")}. The rest of it counts.`;
  status.textContent = "";
  draw(answers);
};

form.before(notice);
for (const one of all("check-plain")) one.hidden = true;
for (const one of [...all("check-hint"), part("check-send")]) one.hidden = false;

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const answers = ticked();
  commit(answers);
  status.textContent = answers.size ? "" : "Nothing is answered yet, so there is no stage to show. All the stages stand below.";
  if (answers.size) title.focus();
});
form.addEventListener("change", () => {
  if (found.hidden) return;
  commit(ticked());
  status.textContent = found.hidden ? "No answer is left, so no stage is shown." : `${title.textContent}. ${part("found-rule").textContent}`;
});
form.addEventListener("reset", (event) => {
  event.preventDefault();
  for (const input of form.querySelectorAll("input")) input.checked = false;
  commit(new Map());
  status.textContent = "All answers are cleared.";
});
part("found-copy").addEventListener("click", async () => {
  const copied = await navigator.clipboard?.writeText(location.href).then(() => true, () => false);
  part("found-copied").textContent = copied ? "Copied." : "Copy the address of this page from your browser.";
});
addEventListener("popstate", restore);

renewAddress();
restore();
if (!found.hidden && !location.hash) title.focus();
