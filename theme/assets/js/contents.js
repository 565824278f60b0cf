// Marks in "On this page" the section that is being read, and closes the small menus once they have served.
const links = [...document.querySelectorAll(".contents--side a[href^='#']")];
const sections = links
  .map((link) => ({ link, heading: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
  .filter(({ heading }) => heading);

const mark = () => {
  const read = sections.filter(({ heading }) => heading.getBoundingClientRect().top < innerHeight / 3).at(-1);
  for (const { link } of sections) {
    if (link === read?.link) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
};

if (sections.length) {
  new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" }).observe(document.body);
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; mark(); });
  }, { passive: true });
}

const menu = document.querySelector(".menu");
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !menu?.open) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
document.querySelector(".contents--inline")?.addEventListener("click", (event) => {
  if (event.target.closest("a")) event.currentTarget.querySelector("details").open = false;
});
