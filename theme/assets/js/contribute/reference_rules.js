// What a record refers to: each function is the rule of the same name in hooks/whatworks/rules/references.py.
import { nearest } from "./close.js";
import { citing, close, closeOrAll, entries, inField, knowsSources, sourceIds } from "./draft.js";
import { citations } from "./markup.js";
import { isGroup } from "./settling.js";

// What says of which kind a source is.
const SOURCE_KINDS = ["document", "publication", "told_by"];

function* sourcesAreOfOneKind(draft) {
  for (const [at, entry] of entries(draft, "sources")) {
    const given = SOURCE_KINDS.filter((kind) => kind in entry);
    const path = ["sources", at];
    if (given.length > 1) yield inField(draft, "source_mixed", [...path, given[1]], { value: entry[given[1]], other: given[0] });
    else if (!given.length && Object.keys(entry).every((name) => name === "id")) yield inField(draft, "source_kind", path);
  }
}

function* sourcesExist(draft) {
  const seen = new Set(), { documents } = draft.spec;
  for (const [at, { id, document, section, paragraph }] of entries(draft, "sources")) {
    const path = ["sources", at];
    if (id !== undefined && seen.has(id)) yield inField(draft, "source_twice", [...path, "id"], { value: id });
    seen.add(id);
    if (!document) continue;
    if (!Object.hasOwn(documents, document)) {
      const values = { value: document, nearest: close(document, Object.keys(documents)) };
      yield inField(draft, "unknown_document", [...path, "document"], values);
      continue;
    }
    const { sections, numbered } = documents[document], ids = sections.map((one) => one.id);
    if (section !== undefined && !ids.includes(section)) {
      yield inField(draft, "unknown_section", [...path, "section"], { value: section, document, nearest: close(section, ids) });
    }
    const hasNumbers = sections.some((one) => one.id === section && !one.unnumbered);
    if (paragraph !== undefined && !numbered) yield inField(draft, "paragraph_not_numbered", [...path, "paragraph"], { document });
    if (paragraph === undefined && numbered && hasNumbers) yield inField(draft, "paragraph_missing", path, { document });
  }
}

function* namedSourcesAreListed(draft) {
  const ids = sourceIds(draft);
  for (const [path, { source }] of knowsSources(draft) ? citing(draft) : []) {
    if (source && !ids.includes(source)) {
      yield inField(draft, "unknown_source", [...path, "source"], { value: source, nearest: closeOrAll(source, ids) });
    }
  }
}

function* sourcesAreUsed(draft) {
  if (!draft.isWhole) return;
  const ids = sourceIds(draft);
  const named = [...citations(draft.spec, draft.body).map(({ id }) => id), ...citing(draft).map(([, group]) => String(group.source ?? "None"))];
  const used = new Set(named.map((word) => (ids.includes(word) ? word : nearest(word, ids))));
  for (const [at, { id }] of entries(draft, "sources")) {
    if (id !== undefined && !used.has(id)) yield inField(draft, "unused_source", ["sources", at, "id"], { value: id });
  }
}

function* relatedCasesExist(draft) {
  const { spec, fields, id } = draft, withdrawn = isGroup(fields.withdrawn) ? fields.withdrawn : {};
  const named = [
    ...entries(draft, "related").map(([at, entry]) => [["related", at, "case"], entry.case]),
    [["withdrawn", "successor"], withdrawn.successor],
  ].filter(([, value]) => value !== undefined);
  const known = new Set([...Object.keys(spec.cases), id]);
  for (const [path, value] of named) {
    if (value === id) yield inField(draft, "self_reference", path, { value });
    else if (!known.has(value)) {
      const values = { kind: "case study", value, nearest: close(value, known), home: "docs/case_studies/" };
      yield inField(draft, "unknown_record", path, values);
    }
  }
}

export const REFERENCE_RULES = [sourcesAreOfOneKind, sourcesExist, namedSourcesAreListed, sourcesAreUsed, relatedCasesExist];
