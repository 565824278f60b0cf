// Takes the reader of an old address on at once: from a page that has moved, with the anchor that the link named; from an
// anchor that has moved, to where its content is now. Without this script the page leads on itself, and its lines are links.

const follow = () => {
  const anchor = decodeURIComponent(location.hash.slice(1));
  const line = anchor ? document.getElementById(anchor)?.closest("[data-moved]") : null;
  const moved = line ?? document.querySelector("[data-moved='page']");
  if (!moved) return;
  const target = new URL(moved.querySelector("a").href);
  if (!line && !target.hash) target.hash = location.hash;
  location.replace(target.href);
};

addEventListener("hashchange", follow);
follow();
