// Institutions side by side. The page holds every row; this puts a column in it for each institution chosen.
// The choice is in the address (?lembaga=a&lembaga=b), so that it can be shared, and Back undoes it.

const form = document.getElementById("pilihan");
const first = form.querySelector("select");
const most = Number(first.dataset.most);
const result = document.getElementById("berdampingan");
const similar = document.getElementById("serupa");
const tables = [...result.querySelectorAll("table.compare")];
const known = new Set([...first.options].map((option) => option.value).filter(Boolean));
const read = new Map();

function fields() {
  const label = first.closest("label");
  for (let number = 2; number <= most; number += 1) {
    const copy = label.cloneNode(true);
    form.insertBefore(copy, form.querySelector("button"));
  }
  form.querySelectorAll("label > span").forEach((span, index) => {
    span.textContent = form.dataset.label.replace("{nomor}", index + 1);
  });
  return [...form.querySelectorAll("select")];
}

const selects = fields();
const chosen = () => [...new Set(selects.map((select) => select.value).filter(Boolean))];
const asked = () => [...new Set(new URLSearchParams(location.search).getAll("lembaga"))].filter((slug) => known.has(slug)).slice(0, most);

// What is asked for is one of the page's own options, so no address is made of a reader's text.
async function portrait(slug) {
  if (!read.has(slug)) {
    const answer = await fetch(`${slug}.json`);
    if (!answer.ok) throw new Error(slug);
    read.set(slug, await answer.json());
  }
  return read.get(slug);
}

function element(name, text, href) {
  const made = document.createElement(name);
  if (href) {
    const link = document.createElement("a");
    link.href = href;
    link.textContent = text;
    link.dir = "auto";
    made.append(link);
  } else made.textContent = text;
  return made;
}

function column(table, one) {
  const head = element("th", one.nama, one.alamat);
  head.scope = "col";
  head.lang = "id";
  head.append(document.createElement("br"), one.masa);
  table.tHead.rows[0].append(head);
  for (const row of table.tBodies[0].rows) {
    if (!row.dataset.key) { row.cells[0].colSpan += 1; continue; }
    const value = one.sel[row.dataset.key];
    const cell = value ? element("td", value[0], one.alamat + value[1]) : document.createElement("td");
    if (!value) {
      const none = element("span", table.dataset.none);
      none.className = "unknown";
      cell.append(none);
    }
    row.append(cell);
  }
}

function clear(table) {
  for (const row of table.rows) {
    while (row.cells.length > 1) row.deleteCell(-1);
    row.cells[0].colSpan = 1;
  }
}

function suggest(one, slugs) {
  const offers = one ? one.serupa.filter((other) => !slugs.includes(other.lembaga)) : [];
  similar.hidden = !offers.length || slugs.length >= most;
  similar.querySelector("ul").replaceChildren(...offers.map((other) => {
    const link = element("a", other.nama);
    link.dir = "auto";
    link.href = `?${new URLSearchParams([...slugs, other.lembaga].map((slug) => ["lembaga", slug]))}`;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      selects.find((select) => !select.value).value = other.lembaga;
      choose();
      form.querySelector("select").focus();
    });
    const item = document.createElement("li");
    item.append(link);
    return item;
  }));
}

let turn = 0;
async function show() {
  const mine = (turn += 1);
  const slugs = chosen();
  const portraits = await Promise.all(slugs.map(portrait));
  if (mine !== turn) return;
  for (const table of tables) {
    clear(table);
    portraits.forEach((one) => column(table, one));
    // A year that none of them knows is no row.
    for (const row of table.tBodies[0].rows) {
      row.hidden = /^(anggaran|realisasi)\//.test(row.dataset.key || "") && !portraits.some((one) => one.sel[row.dataset.key]);
    }
  }
  result.hidden = !slugs.length;
  suggest(portraits[0], slugs);
  form.querySelector("output").textContent = slugs.length ? `${slugs.length} / ${most}` : "";
}

function choose() {
  const query = new URLSearchParams(chosen().map((slug) => ["lembaga", slug]));
  history.pushState(null, "", query.size ? `?${query}` : location.pathname);
  show();
}

function restore() {
  const slugs = asked();
  selects.forEach((select, index) => { select.value = slugs[index] || ""; });
  show();
}

form.addEventListener("change", choose);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(choose));
addEventListener("popstate", restore);
form.hidden = false;
restore();
