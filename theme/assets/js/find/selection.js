// Some rows of a file of cases, in another order. A row is a line, and it begins with the id of its case. No DOM.
const END = "\r\n";

/** @param {string} text a CSV file @param {string[]} ids @returns {string} the same file with these rows only */
export const fromCsv = (text, ids) => {
  const [head, ...lines] = text.split(END);
  const rows = new Map(lines.map((line) => [line.slice(0, line.indexOf(",")), line]));
  return [head, ...ids.map((id) => rows.get(id)), ""].join(END);
};

/** @param {string} text a JSON list with a row on each line @param {string[]} ids @returns {string} */
export const fromJson = (text, ids) => {
  const lines = text.split("\n").slice(1, -2).map((line) => line.replace(/,$/, ""));
  const rows = new Map(lines.map((line) => [JSON.parse(line).id, line]));
  return ["[", ids.map((id) => rows.get(id)).join(",\n"), "]", ""].filter((part, at) => at !== 1 || part).join("\n");
};
