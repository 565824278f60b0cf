// What the story of a record may be: each function is the rule of the same name in hooks/whatworks/rules/story.py. What
// only rendering the story can show (unsafe_markup, where it is not too long to be rendered) is left to the check.
import { nearest } from "./close.js";
import { closeOrAll, inStory, knowsSources, sourceIds } from "./draft.js";
import { citations, elements, figures, headings, links, masked, paragraphs, prose, without, words } from "./markup.js";
import { nearestNote } from "./messages.js";
import { all } from "./patterns.js";

/** @typedef {import("./draft.js").Draft} Draft */

/** Where the words of the story begin. @param {Draft} draft */
const begin = ({ body }) => body.length - body.trimStart().length;

function* storyIsThere(draft) {
  const { spec, kind, body } = draft;
  if (!body.trim()) return yield inStory(draft, "no_body", 0);
  const wanted = spec.kinds[kind].sections, found = new Map();
  const own = headings(spec, body);
  for (const { depth, words: name, offset } of own) if (depth === 2) found.set(name, offset);
  const others = own.filter(({ depth, words: name }) => depth !== 2 || !wanted.includes(name));
  for (const section of wanted) if (!found.has(section)) yield* missingSection(draft, section, others);
  const present = wanted.filter((section) => found.has(section));
  for (const [at, section] of present.slice(0, -1).entries()) {
    if (found.get(present[at + 1]) < found.get(section)) {
      yield inStory(draft, "section_order", found.get(section), { section, order: wanted.join(", ") });
    }
  }
}

/** A section that is not there, or whose heading is misspelt; a first-level heading is another rule's problem. */
function* missingSection(draft, section, others) {
  const like = others.find(({ words: name }) => nearest(section.toLowerCase(), [name.toLowerCase()], 0.75) !== undefined);
  if (!like) yield { ...inStory(draft, "missing_section", begin(draft), { section }), section };
  else if (like.depth > 1) {
    yield inStory(draft, "misspelt_section", like.offset, { value: `${"#".repeat(like.depth)} ${like.words}`, section });
  }
}

function* headingsHeadSomething(draft) {
  const { spec, body } = draft, own = [...headings(spec, body), { depth: 0, offset: body.length }];
  for (const [at, { depth, offset }] of own.slice(0, -1).entries()) {
    const following = own[at + 1], [first, ...rest] = body.slice(offset, following.offset).split("\n");
    const value = body.slice(offset).split("\n", 1)[0].trim();
    const below = (first.startsWith("#") ? rest : rest.slice(1)).join("\n");
    if (depth === 1) yield inStory(draft, "top_heading", offset, { value });
    else if (!below.trim() && following.depth <= depth) yield inStory(draft, "empty_section", offset, { value });
  }
}

function* storyIsShort(draft) {
  const length = words(draft.spec, draft.body), most = draft.spec.kinds[draft.kind].most_words;
  if (length > most) yield inStory(draft, "too_many_words", begin(draft), { length, most, over: length - most });
}

function* figuresAreCited(draft) {
  const { spec } = draft;
  for (const { text, offset } of paragraphs(spec, draft.body)) {
    const [figure] = figures(spec, prose(spec, text));
    if (!figure || citations(spec, text).length) continue;
    const values = { value: figure.text, example: sourceIds(draft)[0] ?? "findings" };
    yield inStory(draft, "figure_without_citation", offset + figure.offset, values);
  }
}

function* citationsAreListed(draft) {
  const { spec, body } = draft, ids = sourceIds(draft);
  for (const { id, offset } of knowsSources(draft) ? citations(spec, body) : []) {
    if (!ids.includes(id)) yield inStory(draft, "unknown_citation", offset, { value: id, nearest: closeOrAll(id, ids) });
  }
  for (const { index } of all(spec, "footnote", body)) yield inStory(draft, "footnote_text", index);
}

function* markupIsPlain(draft) {
  const { spec, body } = draft;
  const found = [...linksStayInside(draft), ...notPlain(draft)];
  if (found.length) return yield* found;
  const blocks = all(spec, "block", body), { brackets, rendered, lines } = spec.limits;
  const slow = blocks.find(([text]) => text.split("[").length - 1 > brackets);
  if (slow || [...body].length > rendered || body.split("\n").length - 1 > lines) {
    yield inStory(draft, "unsafe_markup", slow?.index ?? begin(draft));
  }
}

const BEFORE_HTML = [["variable", "template_variable"], ["picture", "picture"], ["autolink", "outside_link"]];

/** What a story may not have; what was found once is not looked at again. */
function* notPlain(draft) {
  const { spec } = draft;
  let body = masked(spec, draft.body);
  for (const { target, offset } of links(spec, body)) body = without(body, offset, offset + target.length);
  for (const [name, code] of BEFORE_HTML) {
    for (const { 0: text, index } of all(spec, name, body)) {
      yield inStory(draft, code, index, { value: text.trim() });
      body = without(body, index, index + text.length);
    }
  }
  for (const { start, end, tag } of elements(spec, body)) {
    yield inStory(draft, "raw_html", start, { value: tag, instead: spec.words.markdown });
    body = without(body, start, end);
  }
  for (const { 0: text, index } of all(spec, "attributes", body)) yield inStory(draft, "attribute_list", index, { value: text.trim() });
}

const isOutside = (target) => target.includes(":") || target.startsWith("/");

function* linksStayInside(draft) {
  for (const { target, offset } of links(draft.spec, draft.body)) {
    if (isOutside(target)) yield inStory(draft, "outside_link", offset, { value: target });
  }
}

const FOLDER = "case_studies";

/** The file below docs/ that a link in a case leads to. @param {string} name */
const joined = (name) => {
  const steps = [];
  for (const step of `${FOLDER}/${name}`.split("/")) {
    if (step === ".." && steps.length && steps.at(-1) !== "..") steps.pop();
    else if (step && step !== ".") steps.push(step);
  }
  return steps.join("/") || ".";
};

function* linksLeadToRecords(draft) {
  const own = `${FOLDER}/${draft.id}.md`, files = new Set([...draft.spec.files, own]);
  for (const { target, offset } of links(draft.spec, draft.body)) {
    const name = target.split("#", 1)[0], path = joined(name);
    if (!name || isOutside(target)) continue;
    if (path === own) yield inStory(draft, "self_link", offset, { value: target });
    else if (!files.has(path)) yield inStory(draft, "dangling_link", offset, { value: target, nearest: nearestFile(draft, path, files) });
  }
}

const basename = (path) => path.slice(path.lastIndexOf("/") + 1);

/** The sentence that offers the file whose name is most like that of a path, or shows what a link looks like. */
const nearestFile = (draft, path, files) => {
  const names = new Map([...files].sort().map((file) => [basename(file), file]));
  const near = names.get(nearest(basename(path), names.keys()));
  if (!near) return draft.spec.words.link;
  return nearestNote(near.startsWith(`${FOLDER}/`) ? near.slice(FOLDER.length + 1) : `../${near}`);
};

export const STORY_RULES = [
  storyIsThere, headingsHeadSomething, storyIsShort, figuresAreCited, citationsAreListed, markupIsPlain, linksLeadToRecords,
];
