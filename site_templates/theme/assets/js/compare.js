// Institutions side by side. The page holds every row; this puts a column in it for each institution chosen: by its name,
// or by its box in a table below. The choice stands in the address (?lembaga=a&lembaga=b), and Back undoes it.

import { asked, keep, onBack } from "./address.js";

const form = document.getElementById("pilihan");
const field = document.getElementById("tambah");
const differing = document.getElementById("beda");
const result = document.getElementById("berdampingan");
const similar = document.getElementById("serupa");
const most = Number(form.dataset.most);
const tables = [...result.querySelectorAll("table.compare")];
const boxes = [...document.querySelectorAll("input[type=checkbox][name=lembaga]")];
const names = new Map([...form.querySelectorAll("option")].map((option) => [option.dataset.lembaga, option.value]));
const kinds = new Map([...form.querySelectorAll("option")].map((option) => [option.dataset.lembaga, option.dataset.jenis]));
const read = new Map();
let chosen = [];

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
    if (value?.[2]) cell.className = `cover cover--${value[2]}`;
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

// Of several institutions the rows in which they differ, with the heads above them; of one all that it has.
function narrow(portraits) {
  const only = differing.checked && portraits.length > 1;
  let left = 0;
  for (const table of tables) {
    const rows = [...table.tBodies[0].rows];
    for (const row of rows.filter((each) => each.dataset.key)) {
      const values = portraits.map((one) => one.sel[row.dataset.key]?.[0]);
      // A year that none of them knows is no row.
      const isNone = /^(anggaran|realisasi)\//.test(row.dataset.key) && values.every((value) => value === undefined);
      row.hidden = isNone || (only && new Set(values).size === 1);
    }
    let head = null;
    for (const row of rows) {
      if (!row.dataset.key) { head = row; head.hidden = true; } else if (head && !row.hidden) head.hidden = false;
    }
    const shown = rows.filter((row) => row.dataset.key && !row.hidden).length;
    table.closest(".table-scroll").hidden = !shown;
    left += shown;
  }
  document.getElementById("tanpa-beda").hidden = left > 0;
}

function suggest(one) {
  const offers = one ? one.serupa.filter((other) => !chosen.includes(other.lembaga)) : [];
  similar.hidden = !offers.length || chosen.length >= most;
  similar.querySelector("ul").replaceChildren(...offers.map((other) => {
    const link = element("a", other.nama);
    link.dir = "auto";
    link.href = `?${new URLSearchParams([...chosen, other.lembaga].map((slug) => ["lembaga", slug]))}`;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      choose([...chosen, other.lembaga]);
      field.focus();
    });
    const item = document.createElement("li");
    item.append(link);
    return item;
  }));
}

function list() {
  form.querySelector(".chosen").replaceChildren(...chosen.map((slug) => {
    const button = element("button", names.get(slug));
    button.type = "button";
    button.setAttribute("aria-label", form.dataset.remove.replace("{nama}", names.get(slug)));
    button.addEventListener("click", () => { choose(chosen.filter((each) => each !== slug)); field.focus(); });
    const item = document.createElement("li");
    item.append(button);
    return item;
  }));
  for (const box of boxes) {
    box.checked = chosen.includes(box.value);
    box.disabled = !box.checked && chosen.length >= most;
  }
  field.disabled = chosen.length >= most;
  form.querySelector("output").textContent = `${chosen.length} / ${most}`;
}

// Anybody may be put beside anybody; that they are of different kinds is said.
function warn() {
  const different = [...new Set(chosen.map((slug) => kinds.get(slug)))];
  const warning = document.getElementById("tidak-sejenis");
  warning.hidden = different.length < 2;
  warning.textContent = warning.hidden ? "" : warning.dataset.words.replace("{jenis}", different.join(", "));
}

let turn = 0;
async function show() {
  const mine = (turn += 1);
  list();
  const portraits = await Promise.all(chosen.map(portrait));
  if (mine !== turn) return;
  for (const table of tables) {
    clear(table);
    portraits.forEach((one) => column(table, one));
  }
  narrow(portraits);
  warn();
  result.hidden = !chosen.length;
  suggest(portraits[0]);
}

const few = (slugs) => [...new Set(slugs)].filter((slug) => names.has(slug)).slice(0, most);

function choose(slugs) {
  chosen = few(slugs);
  keep({ lembaga: chosen }, true);
  show();
}

function restore() {
  chosen = few(asked("lembaga"));
  differing.checked = asked("semua")[0] !== "ya";
  show();
}

field.addEventListener("input", () => {
  const found = [...names].find(([, name]) => name === field.value);
  if (!found) return;
  field.value = "";
  choose([...chosen, found[0]]);
});
field.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !field.value.trim()) return;
  // Enter takes the only name that holds the words.
  const words = field.value.toLowerCase().trim().split(/\s+/);
  const found = [...names].filter(([, name]) => words.every((word) => name.toLowerCase().includes(word)));
  if (found.length !== 1) return;
  field.value = "";
  choose([...chosen, found[0][0]]);
});
boxes.forEach((box) => {
  box.hidden = false;
  box.addEventListener("change", () => choose(box.checked ? [...chosen, box.value] : chosen.filter((slug) => slug !== box.value)));
});
differing.addEventListener("change", () => {
  keep({ semua: differing.checked ? [] : ["ya"] });
  Promise.all(chosen.map(portrait)).then(narrow);
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(() => { choose([]); differing.checked = asked("semua")[0] !== "ya"; }));
onBack(restore);
form.hidden = false;
restore();
