// The day on which a reader saw a page, as a reference tells it. No DOM.

const asWritten = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });

/** A date as people write it: 22 November 2026. @param {Date} date */
export const day = (date) => asWritten.format(date);

/** A reference in the Harvard style with the reader's day; one without an address has no day. @param {string} reference @param {Date} date */
export const accessed = (reference, date) => (reference.includes(" Available at: ") ? `${reference.replace(/\.$/, "")} (Accessed: ${day(date)}).` : reference);
