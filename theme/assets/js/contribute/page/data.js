// The values of a form as plain data: reading and changing one place of them. No DOM.

/**
 * @typedef {(string | number)[]} Path such as ["answers", 0, "need"]
 * @typedef {{kind: string, id: string, fields: Record<string, unknown>, story: Section[]}} Values
 * @typedef {{heading: string, text: string, format: "plain" | "markdown"}} Section
 */

export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

const own = (value, key) => (value !== null && typeof value === "object" && Object.hasOwn(value, key) ? value[key] : undefined);

/** What stands at a path, if anything. @param {unknown} data @param {Path} path */
export const at = (data, path) => path.reduce(own, data);

const isNothing = (value) => value === undefined || value === "" || value === null;

/** A copy in which something else stands at a path; undefined takes it away. @param {any} data @param {Path} path */
export const put = (data, [first, ...rest], value) => {
  if (first === undefined) return value;
  const inside = put(own(data, first), rest, value);
  if (typeof first === "number") return Object.assign([...(Array.isArray(data) ? data : [])], { [first]: inside });
  const { [first]: _, ...others } = isObject(data) ? data : {};
  if (inside === undefined) return others;
  return isObject(data) && Object.hasOwn(data, first) ? { ...data, [first]: inside } : { ...others, [first]: inside };
};

/** Whether anything is said: text, a number, or an entry that says something. */
export const isSaid = (value) => {
  if (Array.isArray(value)) return value.some(isSaid);
  return isObject(value) ? Object.values(value).some(isSaid) : !isNothing(value);
};
