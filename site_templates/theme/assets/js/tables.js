// Long tables sort by the head of a column: rising, falling, as written. Without a script they stay as written.
// The order stands in the address (?urut=3, falling ?urut=-3) where the table has an id of its own.

import { asked, keep } from "./address.js";
import "./filters.js";
import "./table-room.js";

const FEWEST = 4;
const UNITS = { ribu: 1e3, juta: 1e6, miliar: 1e9, triliun: 1e12, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
const MONTHS = "januari februari maret april mei juni juli agustus september oktober november desember".split(" ");
const ENGLISH = "january february march april may june july august september october november december".split(" ");
const collator = new Intl.Collator("id", { numeric: true });

const sortable = [...document.querySelectorAll("main table")].filter((table) => {
  const rows = [...table.querySelectorAll("tbody tr:not(.group)")];
  const head = table.tHead?.rows.length === 1 && table.tHead.rows[0].cells;
  return head && rows.length >= FEWEST && !table.matches(".compare")
    && [...head, ...rows.flatMap((row) => [...row.cells])].every((cell) => cell.colSpan === 1 && cell.rowSpan === 1)
    && rows.every((row) => row.cells.length === head.length);
});
const kept = sortable.filter((table) => table.id);

// What a cell is worth: its data-value, the exact rupiah of its title, a figure or amount, a quarter, a day; else its words.
function value(cell) {
  const text = (cell.dataset.value ?? (cell.title.startsWith("Rp") ? cell.title : cell.textContent)).trim();
  if (cell.querySelector(":scope > .unknown:only-child") || !text) return null;
  if (cell.dataset.value !== undefined) return Number.isNaN(Number(text)) ? text : Number(text);
  const quarter = text.match(/^[TQ]([1-4]) (\d{4})/);
  if (quarter) return Number(quarter[2]) + Number(quarter[1]) / 10;
  const day = text.toLowerCase().match(/^(\d{1,2}) ([a-z]+) (\d{4})/);
  const month = day ? Math.max(MONTHS.indexOf(day[2]), ENGLISH.indexOf(day[2])) : -1;
  if (month >= 0) return Date.UTC(Number(day[3]), month, Number(day[1]));
  if (!cell.matches(".num")) return text;
  const amount = text.match(/^(?:Rp)?\s*([-−]?[\d.,]+)\s*(\p{L}*)/u);
  if (!amount) return null;
  const english = document.documentElement.lang === "en";
  const digits = amount[1].replace("−", "-").replaceAll(english ? "," : ".", "").replace(",", ".");
  return Number(digits) * (UNITS[amount[2].toLowerCase()] ?? 1);
}

function compare(one, other) {
  if (typeof one === "number" && typeof other === "number") return one - other;
  if (typeof one !== typeof other) return typeof one === "number" ? -1 : 1;
  return collator.compare(one, other);
}

function sorts(table) {
  const heads = [...table.tHead.rows[0].cells];
  const written = [...table.tBodies].filter((body) => !body.matches(".kept")).map((body) => [body, [...body.rows]]);
  const rows = written.flatMap(([, own]) => own).filter((row) => !row.matches(".group"));
  const name = kept.length > 1 ? `${table.id}.urut` : "urut";

  const order = (column, falling) => {
    heads.forEach((head, index) => {
      if (index === column) head.setAttribute("aria-sort", falling ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    if (column < 0) {
      written.forEach(([body, own]) => { body.replaceChildren(...own); table.insertBefore(body, table.tFoot); });
      return;
    }
    // Rows of all groups in one body; an unknown value comes last whichever way.
    const valued = rows.map((row) => [value(row.cells[column]), row]);
    const known = valued.filter(([each]) => each !== null).sort(([a], [b]) => compare(a, b) * (falling ? -1 : 1));
    const unknown = valued.filter(([each]) => each === null);
    written.slice(1).forEach(([body]) => body.remove());
    written[0][0].replaceChildren(...[...known, ...unknown].map(([, row]) => row));
  };

  const remember = (column, falling) => {
    if (table.id) keep({ [name]: column < 0 ? [] : [`${falling ? "-" : ""}${column + 1}`] });
  };

  heads.forEach((head, column) => {
    if (!head.textContent.trim()) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const now = head.getAttribute("aria-sort");
      const next = now === "ascending" ? [column, true] : now === "descending" ? [-1, false] : [column, false];
      order(...next);
      remember(...next);
    });
  });

  const wanted = table.id ? Number(asked(name)[0] ?? 0) : 0;
  if (Number.isInteger(wanted) && heads[Math.abs(wanted) - 1]) order(Math.abs(wanted) - 1, wanted < 0);
}

sortable.forEach(sorts);
