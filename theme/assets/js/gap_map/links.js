// Where the cells lead. No DOM; hooks/whatworks/pages/gap_map.py says the same of the cells that stand in the page.

/** @typedef {{id: string, label: string, inner: string[]}} Head a row or a column, with the ids that it opens to */

/** @param {string} root @param {[string, string]} keys @param {Head} row @param {Head} column */
export const missing = (root, [rowKey, columnKey], row, column) =>
  `${root}/contribute/?${rowKey}=${row.id}&${columnKey}=${column.id}`;

/** By what the rows are called in addresses. @type {Record<string, (root: string, row: Head, column: Head) => string>} */
export const known = {
  need: (root, row, column) => (column.inner.length ? `${root}/approaches/${column.id}/#${row.id}` : `${root}/needs/${row.id}/#${column.id}`),
  approach: (root, row, column) =>
    `${root}/find/?${(row.inner.length ? row.inner : [row.id]).map((id) => `approach=${id}`).join("&")}&level=${column.id}`,
};
