// What a page does after it is read in: light or dark, the drawer, printing, filters above tables.
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

// <form class="filters" data-table="id"> narrows that table: a select or checkbox by the row's data-<name>
// (several values are separated by a space), a text field by the words in the row. <output> tells how many are left.
// What is chosen stands in the address, so that it can be shared; of several forms on a page, under its table's name.
function filters(form, _, forms) {
  const named = (name) => (forms.length > 1 ? `${form.dataset.table}.${name}` : name);
  const fields = [...form.elements].filter((field) => field.name);
  const all = [...document.querySelectorAll(`#${CSS.escape(form.dataset.table)} tbody tr`)];
  const rows = all.filter((row) => !row.matches(".group"));
  // The head of a group goes with the last of its rows.
  const heads = all.filter((row) => row.matches(".group")).map((head) => [head, [...head.parentElement.rows].slice(1)]);
  // Folded parts without a row left go; what is left in the others lies open as long as a filter is set.
  const folds = [...document.querySelectorAll(`#${CSS.escape(form.dataset.table)} > details`)];
  const output = form.querySelector("output");
  const narrow = () => {
    const wanted = [...new FormData(form)].filter(([, value]) => value.trim() !== "");
    let left = 0;
    for (const row of rows) {
      row.hidden = !wanted.every(([name, value]) => name === "teks"
        ? value.toLowerCase().trim().split(/\s+/).every((word) => row.textContent.toLowerCase().includes(word))
        : (row.dataset[name] || "").split(" ").includes(value));
      if (!row.hidden) left += 1;
    }
    for (const fold of folds) {
      fold.hidden = !fold.querySelector("tbody tr:not([hidden])");
      fold.open = wanted.length > 0;
    }
    for (const [head, own] of heads) head.hidden = own.every((row) => row.hidden);
    if (output) output.textContent = `${left} / ${rows.length}`;
  };
  const keep = () => {
    const query = new URLSearchParams(location.search);
    const chosen = new FormData(form);
    for (const field of fields) {
      query.delete(named(field.name));
      for (const value of chosen.getAll(field.name)) if (value.trim()) query.append(named(field.name), value);
    }
    history.replaceState(null, "", (query.toString() ? `?${query}` : location.pathname) + location.hash);
    narrow();
  };
  for (const field of fields) {
    const asked = new URLSearchParams(location.search).getAll(named(field.name));
    if (field.type === "checkbox") field.checked = asked.includes(field.value) || (field.checked && !asked.length);
    else if (asked.length && (!field.options || [...field.options].some((option) => option.value === asked[0]))) field.value = asked[0];
  }
  form.addEventListener("input", keep);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(keep));
  form.hidden = false;
  narrow();
}

// An explanation that is in the way goes with Escape and comes back when its word is left (WCAG 1.4.13).
function terms() {
  const all = document.querySelectorAll(".term");
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") all.forEach((term) => term.classList.toggle("term--closed", term.matches(":hover, :focus-within")));
  });
  for (const term of all) for (const left of ["mouseleave", "focusout"]) term.addEventListener(left, () => term.classList.remove("term--closed"));
}

scheme();
terms();
drawer();
printing();
folded();
document.querySelectorAll("form.filters[data-table]").forEach(filters);
