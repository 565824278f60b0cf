// The entries as rows, from the columns that hooks/whatworks/search/table.py writes.
const LISTS = ["also", "keywords"];
const listOf = (text) => (text ? text.split("\n") : []);

/** @param {{stop_words: string, columns: Record<string, string[]>, terms: number[][], alike: string[]}} table */
export const read = ({ stop_words: stops, columns, terms, alike: everyday }) => {
  const names = Object.keys(columns);
  const told = names.filter((name) => !["kind", "url", "context"].includes(name));
  const entries = terms.map((own, at) => {
    const row = Object.fromEntries(names.map((name) => [name, columns[name][at]]));
    for (const name of LISTS) row[name] = listOf(row[name]);
    return { ...row, terms: own };
  });
  return { entries, told, stops: new Set(stops.split(" ")), everyday };
};
