// Room for tables. One that fits keeps its head in sight while the page scrolls; a wider one scrolls in itself, its head
// and first column in sight. On a phone a row is a card: each value below its name. Without a script all of them scroll.

const phone = matchMedia("(max-width: 47.99rem)");

function fit(part) {
  const region = part.closest(".table-scroll");
  const fits = region.firstElementChild.offsetWidth <= region.clientWidth + 1;
  region.classList.toggle("fits", fits);
  region.classList.toggle("wide", !fits);
  // Nobody needs a stop at what does not scroll.
  if (fits) region.removeAttribute("tabindex");
  else region.tabIndex = 0;
}

// A browser that lays rows out as cards forgets that they are rows, so each says what it is.
const ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TFOOT: "rowgroup", TR: "row", TD: "cell" };

/** What a cell holds, away from the head of its column; an amount has its unit beside it. */
function tell(cell, name, unit) {
  cell.dataset.label = name;
  cell.classList.toggle("long", cell.textContent.trim().length > 40);
  if (!unit || !cell.title) return;
  const shown = document.createElement("span");
  shown.className = "num__unit";
  shown.textContent = ` ${unit}`;
  cell.firstChild.after(shown);
}

function label(table) {
  const heads = table.tHead?.rows.length === 1 ? [...table.tHead.rows[0].cells] : [];
  const rows = [...table.rows].slice(1);
  const isPlain = rows.every((row) => [...row.cells].every((cell) => cell.rowSpan === 1));
  if (heads.length < 4 || !isPlain || table.matches(".compare")) return;
  const names = heads.map((head) => head.textContent.trim());
  for (const row of rows) {
    let column = 0;
    for (const cell of row.cells) {
      if (cell.tagName === "TD") tell(cell, names[column], table.dataset.unit);
      column += cell.colSpan;
    }
  }
  for (const part of [table, ...table.querySelectorAll("thead, tbody, tfoot, tr, td, th")]) {
    part.setAttribute("role", ROLES[part.tagName] ?? (part.scope === "col" ? "columnheader" : "rowheader"));
  }
  table.classList.add("labelled");
}

const regions = [...document.querySelectorAll(".table-scroll")].filter((region) => region.firstElementChild?.tagName === "TABLE");
const watch = new ResizeObserver((changes) => changes.forEach(({ target }) => fit(target)));
regions.forEach((region) => [region, region.firstElementChild].forEach((part) => watch.observe(part)));

function cards() {
  if (!phone.matches) return;
  regions.forEach((region) => label(region.firstElementChild));
  phone.removeEventListener("change", cards);
}
phone.addEventListener("change", cards);
cards();
