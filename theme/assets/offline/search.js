// The search of the copy on a disk, where browsers run no modules: a plain script that looks through entries.js.
(() => {
  if (location.protocol !== "file:") return; // served, the site's own search is there
  const form = document.querySelector("[data-offline-search]");
  const input = form.querySelector("input");
  const status = form.querySelector("[data-offline-status]");
  const list = form.querySelector("[data-offline-found]");
  const MOST = 30;

  const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];
  let known;
  const fields = () => {
    known = known || whatWorksEntries.map((entry) => [[entry.title, 9], [entry.names, 6], [entry.summary, 3], [entry.text, 1]]
      .map(([text, weight]) => ({ words: wordsOf(text), weight })));
    return known;
  };

  /** How well an entry has a word or the beginning of one: by the best of its fields, 0 without any. */
  const score = (parts, word) => Math.max(0, ...parts.map(({ words, weight }) => (
    words.includes(word) ? weight : words.some((one) => one.startsWith(word)) ? weight / 2 : 0)));

  const find = (asked) => {
    const scored = whatWorksEntries.map((entry, at) => ({ entry, scores: asked.map((word) => score(fields()[at], word)) }));
    const whole = scored.filter(({ scores }) => scores.every(Boolean));
    const some = whole.length ? whole : scored.filter(({ scores }) => scores.some(Boolean));
    const sum = ({ scores }) => scores.reduce((all, one) => all + one, 0);
    return { found: some.sort((one, other) => sum(other) - sum(one)), isWhole: whole.length > 0 };
  };

  const made = (tag, text, extra) => Object.assign(document.createElement(tag), { textContent: text, ...extra });

  const item = ({ entry }) => {
    const row = document.createElement("li");
    const about = made("span", ` ${[entry.kind, entry.context].filter(Boolean).join(" · ")}`, { className: "reasons__by" });
    row.append(made("a", entry.title, { href: entry.address }), about, made("p", entry.summary));
    return row;
  };

  const show = () => {
    const asked = wordsOf(input.value);
    const { found, isWhole } = asked.length ? find(asked) : { found: [], isWhole: true };
    const count = `${found.length} ${found.length === 1 ? "page" : "pages"}`;
    list.replaceChildren(...found.slice(0, MOST).map(item));
    if (!asked.length) status.textContent = "Type a word or two.";
    else if (!found.length) status.textContent = "Nothing was found. Check the spelling, or try other words.";
    else status.textContent = `${isWhole ? count : `None has all of these words; ${count} have some of them`}.${found.length > MOST ? ` These are the first ${MOST}.` : ""}`;
  };

  form.addEventListener("submit", (event) => { event.preventDefault(); show(); });
  form.hidden = false;
})();
