// The ways out of the form: addresses, and how much text each may carry. No DOM.

/** GitHub takes about 8,000 characters, but long drafts vanish when it first asks to sign in. */
const MOST_IN_ADDRESS = 2000;
/** Programs for e-mail cut longer addresses without a word. */
const MOST_IN_MAIL = 1500;

const encoded = (values) => Object.entries(values)
  .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  .join("&");

/**
 * Where GitHub makes a new file. The text goes along only where the whole address stays short; it is copied in any case.
 * @param {string} base `<repository>/new/<branch>/` @param {string} folder @param {string} name @param {string} text
 * @returns {{address: string, holdsText: boolean}}
 */
export const newFile = (base, folder, name, text) => {
  const bare = `${base}${folder}?${encoded({ filename: name })}`;
  const whole = `${bare}&${encoded({ value: text })}`;
  return whole.length <= MOST_IN_ADDRESS ? { address: whole, holdsText: true } : { address: bare, holdsText: false };
};

/** Where GitHub changes a file. @param {string} base `<repository>/edit/<branch>/` @param {string} path */
export const editFile = (base, path) => `${base}${path}`;

/**
 * A message to send: with the text where the whole address stays short, else with a place to paste it.
 * @param {string} to @param {string} subject @param {string} text @param {string} paste what stands where the text goes
 * @returns {{address: string, holdsText: boolean}}
 */
export const mail = (to, subject, text, paste) => {
  const of = (body) => `mailto:${to}?${encoded({ subject, body: body.replace(/\r?\n/g, "\r\n") })}`;
  const whole = of(text);
  return whole.length <= MOST_IN_MAIL ? { address: whole, holdsText: true } : { address: of(paste), holdsText: false };
};
