// Light or dark: follows the device until the reader chooses; the choice is kept on this device only.
const KEY = "what-works-theme";
const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");

const read = () => {
  try { return localStorage.getItem(KEY); } catch { return null; }
};

const write = (theme) => {
  try {
    if (theme) localStorage.setItem(KEY, theme);
    else localStorage.removeItem(KEY);
  } catch { /* storage is switched off: the choice lasts for this page */ }
};

const isDark = () => (root.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";

const apply = (theme) => {
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  else delete root.dataset.theme;
};

// The button says what it will do; a choice that equals the device's own setting is forgotten again.
const connect = () => {
  const button = document.querySelector("[data-theme-toggle]");
  if (!button) return;
  const label = button.querySelector("[data-theme-label]");
  const name = () => {
    label.textContent = isDark() ? "Light" : "Dark";
    button.setAttribute("aria-label", `${label.textContent} colours`);
  };
  const choose = (theme) => { apply(theme); name(); };

  button.addEventListener("click", () => {
    const next = isDark() ? "light" : "dark";
    const kept = next === (system.matches ? "dark" : "light") ? null : next;
    write(kept);
    choose(kept);
  });
  system.addEventListener("change", name);
  addEventListener("storage", (event) => { if (event.key === KEY) choose(event.newValue); });
  name();
  button.hidden = false;
};

root.classList.add("js");
apply(read());
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", connect);
else connect();
