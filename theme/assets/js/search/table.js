// The entries as rows, from the columns that hooks/whatworks/search/table.py writes.
const NOT_SEARCHED = ["kind", "context", "id"];
const LISTS = ["also", "keywords"];
const listOf = (text) => (text ? text.split("\n") : []);
const slug = (title) => (title.toLowerCase().match(/[a-z0-9]+/g) ?? []).join("-");

/** The address of an entry from the root of the site: that of its page or, for a part of one, its place on it. */
const urlOf = ({ kind, id, title }, homes) => `${homes[kind]}${id || slug(title)}${homes[kind].endsWith("#") ? "" : "/"}`;

/**
 * @param {{stop_words: string, homes: Record<string, string>, columns: Record<string, string[]>, terms: number[][]}} table
 */
export const read = ({ stop_words: stops, homes, columns, terms }) => {
  const names = Object.keys(columns);
  const entries = terms.map((own, at) => {
    const row = Object.fromEntries(names.map((name) => [name, columns[name][at]]));
    for (const name of LISTS) row[name] = listOf(row[name]);
    return { ...row, url: urlOf(row, homes), terms: own };
  });
  const told = names.filter((name) => !NOT_SEARCHED.includes(name));
  return { entries, told, stops: new Set(stops.split(" ")) };
};
