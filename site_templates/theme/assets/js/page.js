// What a page does after it is read in: light or dark, the drawer, printing, cards that open.
// Everything works without it; nothing here fetches anything.

function scheme() {
  const button = document.getElementById("_scheme");
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);
  const show = () => button.setAttribute("aria-pressed", String(dark()));
  button.addEventListener("click", () => {
    root.dataset.scheme = dark() ? "light" : "dark";
    try { localStorage.setItem("scheme", root.dataset.scheme); } catch (_) { /* this page only */ }
    show();
  });
  system.addEventListener("change", show);
  show();
  button.hidden = false;
}

function drawer() {
  const menu = document.querySelector(".drawer");
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  menu.addEventListener("click", (event) => { if (event.target.closest("a")) menu.open = false; });
}

// On paper nothing may stay folded; afterwards the page is as the reader left it.
function printing() {
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("main details:not([open])")];
    opened.forEach((details) => { details.open = true; });
  });
  addEventListener("afterprint", () => opened.forEach((details) => { details.open = false; }));
}

// What an address names lies open, in its heading or in its text, in browsers too that do not open it by themselves.
function folded() {
  const reveal = () => {
    let id = "";
    try { id = decodeURIComponent(location.hash.slice(1)); } catch (_) { /* no address of ours */ }
    const named = id && document.getElementById(id);
    const around = named && named.closest("main details");
    if (!around || around.open) return;
    around.open = true;
    named.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();
  const button = document.querySelector("button[id$=buka-semua]");
  if (!button) return;
  const cards = [...document.querySelectorAll("details.card")];
  const show = () => { button.textContent = cards.every((card) => card.open) ? button.dataset.open : button.dataset.closed; };
  button.addEventListener("click", () => {
    const open = !cards.every((card) => card.open);
    cards.forEach((card) => { card.open = open; });
    show();
  });
  cards.forEach((card) => card.addEventListener("toggle", show));
  button.hidden = !cards.length;
}

// An explanation that is in the way goes with Escape and comes back when its word is left (WCAG 1.4.13).
function terms() {
  const all = document.querySelectorAll(".term");
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") all.forEach((term) => term.classList.toggle("term--closed", term.matches(":hover, :focus-within")));
  });
  for (const term of all) for (const left of ["mouseleave", "focusout"]) term.addEventListener(left, () => term.classList.remove("term--closed"));
}

// The other language shows the same place, with the same filters and words.
function languages() {
  for (const link of document.querySelectorAll(".head__language")) {
    link.addEventListener("click", () => { link.search = location.search; link.hash = location.hash; });
  }
}

scheme();
languages();
terms();
drawer();
printing();
folded();
