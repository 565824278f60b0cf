// The check's own patterns, which the specification brings along (hooks/whatworks/forms/rules_as_data.py).

/** @typedef {Record<string, [source: string, flags: string]>} Sources */

const made = new WeakMap();

/** A pattern by its name, for finding all matches. @param {{patterns: Sources}} spec @param {string} name @returns {RegExp} */
export const pattern = (spec, name) => {
  if (!made.has(spec)) made.set(spec, new Map());
  const own = made.get(spec);
  if (!own.has(name)) own.set(name, new RegExp(...spec.patterns[name]));
  const found = own.get(name);
  found.lastIndex = 0;
  return found;
};

/** All matches in a text. @param {string} text @returns {RegExpExecArray[]} */
export const all = (spec, name, text) => [...text.matchAll(pattern(spec, name))];

/** The first match in a text. @param {string} text @returns {RegExpExecArray | undefined} */
export const first = (spec, name, text) => pattern(spec, name).exec(text) ?? undefined;
