// The query lives in the address (#search=park+gate), so that Back and a sent link return to it.
const MARK = "#search=";
const SLASH = "what-works-slash";
let before = "";

export const isAsked = () => location.hash.startsWith(MARK);

/** The query in the address. */
export const asked = () => (isAsked() ? new URLSearchParams(location.hash.slice(1)).get("search") ?? "" : "");

const replace = (hash) => history.replaceState(history.state, "", `${location.pathname}${location.search}${hash}`);

/** Writes the query into the address, in the place of what stood there. @param {string} query */
export const remember = (query) => {
  if (!isAsked()) before = location.hash;
  replace(query.trim() ? `#${new URLSearchParams({ search: query.trim() })}` : before);
};

/** Takes the query out of the address again. */
export const forget = () => {
  if (isAsked()) replace(before);
};

/** Whether the key "/" opens search: readers who speak to their device can switch it off, on this device only. */
export const slashIsOn = () => {
  try { return localStorage.getItem(SLASH) !== "off"; } catch { return true; }
};

/** @param {boolean} on */
export const setSlash = (on) => {
  try {
    if (on) localStorage.removeItem(SLASH);
    else localStorage.setItem(SLASH, "off");
  } catch { /* storage is switched off: the key stays as it is */ }
};
