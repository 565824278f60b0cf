// What an address points into is opened, so that a link to a field or a list of terms shows it.
const open = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let one = target; one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
  for (const one of target.querySelectorAll(":scope > details")) one.open = true;
  target.scrollIntoView();
};

addEventListener("hashchange", open);
open();
