// The cases as data, fetched from the site itself when a tool needs them (hooks/whatworks/exports/ writes the files).

/**
 * @typedef {{id: string, title: string, where: string, years: string, address: string, version: string}} Listed
 * @typedef {{id: string, title: string, address: string, reason: string, successor: string}} Withdrawn
 * @typedef {{listed: Listed[], withdrawn: Withdrawn[], moved: Record<string, string>}} CaseList `moved`: old ids, each with the id that stands for it now
 */

/** The way from this page to an address of the site. @param {string} address beginning with a slash */
export const href = (address) => `${document.body.dataset.root}${address}`;

const fetched = new Map();

/** A file of the site; one that could not be fetched is asked for again the next time. */
const get = (address) => {
  if (!fetched.has(address)) {
    const answer = fetch(href(address)).then((found) => {
      if (!found.ok) throw new Error(`${address}: ${found.status}`);
      return found.json();
    });
    answer.catch(() => fetched.delete(address));
    fetched.set(address, answer);
  }
  return fetched.get(address);
};

/** @returns {Promise<CaseList>} */
export const caseList = () => get("/data/v1/case_studies.json");

/** What the link builder quotes of each listed case. @returns {Promise<import("../for_guidance/texts.js").Quoted[]>} */
export const quoted = () => get("/data/v1/citations/case_studies.json");

/** The data of a page of a kind: `needs`, `approaches`. @param {string} kind @param {string} id @returns {Promise<object>} */
export const page = (kind, id) => get(`/data/v1/${kind}/${id}.json`);

/** Every field of some listed cases, in this order. @param {string[]} ids @returns {Promise<object[]>} */
export const cases = (ids) => Promise.all(ids.map((id) => get(`/data/v1/case_studies/${id}.json`)));
