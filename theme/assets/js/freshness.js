// A page may be read long after it was made. Shows the notice on the page of a record that nobody has read again in
// time, when the reader's own day lies after the day that the notice names. Its words stand in the page.
const banner = document.querySelector("[data-review-by]");
const now = new Date();
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
if (banner && today > banner.dataset.reviewBy) banner.hidden = false;
