// What a reader's device keeps for the site, as JSON under a key. Nothing of it is sent anywhere. Each key is told, with
// what it holds, on the page about privacy (hooks/whatworks/pages/privacy.py): a test compares.

/** What is kept under a key; `otherwise` where nothing readable is. @template T @param {string} key @param {T} otherwise @returns {T} */
export const kept = (key, otherwise) => {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? otherwise;
  } catch {
    return otherwise; // storage is switched off, or what was kept is not ours
  }
};

/** Keeps a value. @param {string} key @returns {boolean} whether the device took it */
export const keep = (key, value) => {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false; // storage is switched off or full
  }
};

/** @param {string} key */
export const drop = (key) => {
  try {
    localStorage.removeItem(key);
  } catch { /* storage is switched off: there is nothing to drop */ }
};

/** Calls back when another page of the site changes what is kept under a key. @param {string} key @param {() => void} act */
export const onChange = (key, act) => {
  addEventListener("storage", (event) => { if (event.key === key || event.key === null) act(); });
};
