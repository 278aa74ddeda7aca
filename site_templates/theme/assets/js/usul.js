// The form for proposals: a row of the plan is chosen, its fields are changed, and what was changed is handed on as
// usulan.json. Nothing is sent anywhere: the reader opens an issue, copies, or takes a file away.

import { Changes, nextId } from "./usul-changes.js";
import { control, make, WRONG } from "./usul-fields.js";
import { rows } from "./usul-rows.js";

const LONGEST_ADDRESS = 7000;
const form = document.getElementById("usul");
const words = form.dataset;
const part = (name) => document.getElementById(`usul-${name}`);
const read = async (address) => (await fetch(address)).json();

const [plan, told] = await Promise.all([read(words.object), read(words.fields)]);
const tables = new Map(told.tabel.map((table) => [table.nama, table]));
const unknown = told.tidak_diketahui;
const changes = new Changes();
let shown = [];
let around = null; // the row that a new one will be in, where a list inside a row was opened

const table = () => tables.get(part("tabel").value);
const row = () => shown[part("baris").value];
const named = (one) => one.name ?? [words.newRow, one.path[0]].filter(Boolean).join(" · ");
const heldIn = (one) => [...rows(one, plan, tables), ...changes.draftsOf(one)];
const isInner = (one) => Boolean(tables.get(one.induk)?.langkah.length);
const inside = (one) => [...tables.values()].filter((each) => each.induk === one.nama && isInner(each));

function choicesOf(field) {
  if (field.jenis === "flag") return [["true", words.yes], ["false", words.no]];
  if (field.pilihan) return field.pilihan;
  return field.rujukan ? heldIn(tables.get(field.rujukan)).filter((each) => each.path[0]).map((each) => [each.path[0], named(each)]) : null;
}

function listRows(chosen) {
  const wanted = part("cari").value.toLowerCase().split(/\s+/).filter(Boolean);
  shown = heldIn(table()).filter((each) => !around || each.within === around || each.within?.join() === around.join());
  const found = shown.map((each, at) => [each, at]).filter(([each]) => wanted.every((word) => named(each).toLowerCase().includes(word)));
  part("baris").replaceChildren(...found.map(([each, at]) => new Option(named(each) || table().judul, at)));
  part("banyak").textContent = words.found.replace("{n}", found.length);
  if (found.length) part("baris").selectedIndex = Math.max(0, found.findIndex(([each]) => each === chosen));
  part("tambah").hidden = !table().langkah.length || (isInner(table()) && !parentOfNew());
  showFields();
}

const parentOfNew = () => (isInner(table()) ? around ?? row()?.within : []);

function showFields() {
  const [here, one] = [table(), row()];
  const gone = Boolean(one) && changes.isRemoved(here, one);
  part("nama").textContent = one ? `– ${named(one) || here.judul}` : "";
  part("hapus").hidden = !one || !here.langkah.length;
  part("hapus").textContent = one?.draft ? words.drop : gone ? words.keep : words.remove;
  part("isian").replaceChildren(...(one && !gone ? changes.fieldsOf(here, one) : []).map((field, at) => (
    control(field, `usul-${here.nama.replaceAll(".", "-")}-${at}`, changes.held(here, one, field), choicesOf(field), words, unknown, (given) => {
      changes.change(here, one, field, given, given === WRONG);
      if (one.draft && field.kunci === "id") part("baris").selectedOptions[0].textContent = named(one);
      showChanges();
    })
  )));
  const inner = one && !gone ? inside(here) : [];
  part("dalam").hidden = !inner.length;
  part("dalam").replaceChildren(words.within.replace("{baris}", one?.path[0] ?? ""), ...inner.map((each) => {
    const count = heldIn(each).filter((entry) => entry.within === one.path || entry.within?.join() === one.path.join()).length;
    const button = make("button", { type: "button", className: "button", lang: "id" }, `${each.judul} (${count})`);
    button.addEventListener("click", () => { open(each, one.path); part(count ? "baris" : "tambah").focus(); });
    return button;
  }));
}

// Only rows inside the row at a path are shown, and a new one will be inside it; of any where the path is null.
function open(one, path) {
  around = path;
  listTables(one);
  part("cari").value = "";
  listRows();
}

function listTables(chosen) {
  const offered = [...tables.values()].filter((one) => one.isian.length && (one === chosen || !isInner(one) || heldIn(one).length));
  part("tabel").replaceChildren(...offered.map((one) => new Option(one.judul, one.nama)));
  part("tabel").value = chosen.nama;
}

function worded(field, given) {
  if (given === null || given === undefined) return `(${words.none})`;
  const labels = new Map([...(choicesOf(field) ?? []), [unknown, words.unknown]]);
  return [given].flat().map((each) => labels.get(each) ?? each).join("; ");
}

function wordsOf({ kind, table: one, row: which, field, old, given }) {
  if (kind === "edit") return [[which.path.join("/"), field.judul], worded(field, old), worded(field, given)];
  if (kind === "remove") return [[one.judul, which.path[0]], which.name || one.judul, words.removed];
  const filled = changes.fieldsOf(one, which).filter((each) => each.kunci in which.entry);
  return [[one.judul, named(which)], "", filled.map((each) => `${each.judul}: ${worded(each, which.entry[each.kunci])}`).join("; ")];
}

function showChanges() {
  const list = changes.list;
  part("perubahan").replaceChildren(...list.map(([key, change]) => {
    const [names, before, after] = wordsOf(change);
    const name = names.filter(Boolean).join(" · ");
    const undo = make("button", { type: "button", className: "button", "aria-label": words.undo.replace("{isian}", name) }, "×");
    undo.addEventListener("click", () => { changes.undo(key); listRows(row()); showChanges(); part("unduh").focus(); });
    const cell = (given, element) => make("td", { lang: "id" }, ...(given ? [make(element, {}, given)] : []));
    return make("tr", {}, make("th", { scope: "row", lang: "id" }, name), cell(before, "del"), cell(after, "ins"), make("td", {}, undo));
  }));
  part("jumlah").textContent = words.changes.replace("{n}", list.length);
  for (const button of [part("salin"), part("unduh")]) button.disabled = !list.length;
  part("kabar").textContent = changes.wrong.size ? words.wrong : "";
  const issue = part("isu");
  if (!issue) return;
  const address = list.length && !changes.wrong.size ? issueAddress() : "";
  if (address && address.length <= LONGEST_ADDRESS) issue.href = address;
  else issue.removeAttribute("href");
  if (address.length > LONGEST_ADDRESS) part("kabar").textContent = words.long;
}

const proposal = () => ({ usulan: 1, rencana: words.plan, komit: plan.turunan?.komit ?? null, perubahan: changes.stated });

function issueAddress() {
  // A line end or a fence inside a text is escaped or quoted by JSON: a fence of our own cannot be closed by it.
  const text = `${words.intro}\n\n\`\`\`json\n${JSON.stringify(proposal())}\n\`\`\`\n`;
  const title = words.title.replace("{rencana}", words.plan);
  return words.issue.replace("{title}", encodeURIComponent(title)).replace("{text}", () => encodeURIComponent(text));
}

function ready() {
  const field = form.querySelector("[aria-invalid]");
  if (!changes.wrong.size) return true;
  part("kabar").textContent = words.wrong;
  field?.focus();
  return false;
}

part("salin").addEventListener("click", async () => {
  if (!ready()) return;
  try {
    await navigator.clipboard.writeText(JSON.stringify(proposal(), null, 1));
    part("kabar").textContent = words.copied;
  } catch {
    part("kabar").textContent = words.notCopied;
  }
});

part("unduh").addEventListener("click", () => {
  if (!ready()) return;
  const address = URL.createObjectURL(new Blob([`${JSON.stringify(proposal(), null, 1)}\n`], { type: "application/json" }));
  make("a", { href: address, download: "usulan.json" }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  part("kabar").textContent = words.saved;
});

part("tambah").addEventListener("click", () => {
  const [here, within] = [table(), parentOfNew()];
  const draft = changes.add(here, within, here.ber_id ? nextId(heldIn(here).map((each) => each.path[0])) : "");
  part("cari").value = "";
  listRows(draft);
  showChanges();
  part("isian").querySelector("input, select, textarea, summary")?.focus();
});

part("hapus").addEventListener("click", () => {
  const [here, one] = [table(), row()];
  if (one.draft) changes.undo(one.draft);
  else if (changes.isRemoved(here, one)) changes.restore(here, one);
  else changes.remove(here, one);
  listRows(one);
  showChanges();
  part("hapus").focus();
});

// usul/#k-001 chooses that item, whatever its table.
function asked() {
  const wanted = decodeURIComponent(location.hash.slice(1)).toLowerCase();
  for (const one of tables.values()) {
    const found = wanted && one.ber_id ? heldIn(one).find((each) => each.path[0].toLowerCase() === wanted) : undefined;
    if (!found) continue;
    open(one, null);
    part("baris").value = shown.findIndex((each) => each.path[0] === found.path[0]);
    part("baris").selectedOptions[0]?.scrollIntoView({ block: "nearest" });
    showFields();
    return true;
  }
  return false;
}

form.addEventListener("submit", (event) => event.preventDefault());
part("tabel").addEventListener("change", () => { open(table(), null); part("tabel").focus(); });
part("cari").addEventListener("input", () => listRows());
part("baris").addEventListener("change", showFields);
window.addEventListener("hashchange", asked);
if (!asked()) open(tables.get("kegiatan") && heldIn(tables.get("kegiatan")).length ? tables.get("kegiatan") : tables.get("isian"), null);
showChanges();
form.hidden = false;
part("tanpa").hidden = true;
