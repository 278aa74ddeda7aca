// The form for proposals: a row of the plan is chosen, its fields are changed, and what was changed is handed on as
// usulan.json. Nothing is sent anywhere: the reader opens an issue, copies, or takes a file away.

import { control, make, WRONG } from "./usul-fields.js";
import { rows, same, value } from "./usul-rows.js";

const LONGEST_ADDRESS = 7000;
const form = document.getElementById("usul");
const words = form.dataset;
const part = (name) => document.getElementById(`usul-${name}`);
const read = async (address) => (await fetch(address)).json();

const [plan, told] = await Promise.all([read(words.object), read(words.fields)]);
const tables = new Map(told.tabel.map((table) => [table.nama, table]));
const unknown = told.tidak_diketahui;
const changes = new Map();
const wrong = new Set();
let shown = [];

const table = () => tables.get(part("tabel").value);
const row = () => shown[part("baris").value];
const heldIn = (one) => rows(one, plan, tables);

function choicesOf(field) {
  if (field.jenis === "flag") return [["true", words.yes], ["false", words.no]];
  if (field.pilihan) return field.pilihan;
  return field.rujukan ? heldIn(tables.get(field.rujukan)).map((each) => [each.path[0], each.name]) : null;
}

function listRows() {
  const wanted = part("cari").value.toLowerCase().split(/\s+/).filter(Boolean);
  shown = heldIn(table());
  const found = shown.map((each, at) => [each, at]).filter(([each]) => wanted.every((word) => each.name.toLowerCase().includes(word)));
  part("baris").replaceChildren(...found.map(([each, at]) => new Option(each.name || table().judul, at)));
  part("banyak").textContent = words.found.replace("{n}", found.length);
  if (found.length) part("baris").selectedIndex = 0;
  showFields();
}

function showFields() {
  const [here, one] = [table(), row()];
  part("nama").textContent = one ? `– ${one.name || here.judul}` : "";
  part("isian").replaceChildren(...(one ? here.isian : []).map((field, at) => {
    const key = JSON.stringify([here.nama, one.path, field.kunci]);
    const old = value(field, one.entry);
    const now = changes.has(key) ? changes.get(key).baru : old;
    return control(field, `usul-${here.nama.replaceAll(".", "-")}-${at}`, now, choicesOf(field), words, unknown, (given) => {
      if (given === WRONG) wrong.add(key);
      else wrong.delete(key);
      if (given === WRONG || same(given, old)) changes.delete(key);
      else changes.set(key, { tabel: here.nama, baris: one.path.join("/"), isian: field.kunci, lama: old, baru: given });
      showChanges();
    });
  }));
  const inner = one ? [...tables.values()].filter((each) => each.induk === here.nama && heldIn(each).some((entry) => same(entry.within, one.path))) : [];
  part("dalam").hidden = !inner.length;
  part("dalam").replaceChildren(words.within.replace("{baris}", one?.path[0] ?? ""), ...inner.map((each) => {
    const button = make("button", { type: "button", className: "button", lang: "id" }, each.judul);
    button.addEventListener("click", () => { choose(each.nama, String(one.path[0])); part("baris").focus(); });
    return button;
  }));
}

function choose(name, wanted) {
  part("tabel").value = name;
  part("cari").value = wanted;
  listRows();
}

function worded(change, given) {
  if (given === null) return `(${words.none})`;
  const field = tables.get(change.tabel).isian.find((each) => each.kunci === change.isian);
  const labels = new Map([...(choicesOf(field) ?? []), [unknown, words.unknown]]);
  return [given].flat().map((each) => labels.get(each) ?? each).join("; ");
}

function showChanges() {
  const list = [...changes];
  part("perubahan").replaceChildren(...list.map(([key, change]) => {
    const field = tables.get(change.tabel).isian.find((each) => each.kunci === change.isian);
    const name = [change.baris, field.judul].filter(Boolean).join(" · ");
    const undo = make("button", { type: "button", className: "button", "aria-label": words.undo.replace("{isian}", name) }, "×");
    undo.addEventListener("click", () => { changes.delete(key); showFields(); showChanges(); part("unduh").focus(); });
    const cell = (given, element) => make("td", { lang: "id" }, make(element, {}, worded(change, given)));
    return make("tr", {}, make("th", { scope: "row", lang: "id" }, name), cell(change.lama, "del"), cell(change.baru, "ins"), make("td", {}, undo));
  }));
  part("jumlah").textContent = words.changes.replace("{n}", list.length);
  for (const button of [part("salin"), part("unduh")]) button.disabled = !list.length;
  part("kabar").textContent = wrong.size ? words.wrong : "";
  const issue = part("isu");
  if (!issue) return;
  const address = list.length && !wrong.size ? issueAddress() : "";
  if (address && address.length <= LONGEST_ADDRESS) issue.href = address;
  else issue.removeAttribute("href");
  if (address.length > LONGEST_ADDRESS) part("kabar").textContent = words.long;
}

const proposal = () => ({ usulan: 1, rencana: words.plan, komit: plan.turunan?.komit ?? null, perubahan: [...changes.values()] });

function issueAddress() {
  // A line end or a fence inside a text is escaped or quoted by JSON: a fence of our own cannot be closed by it.
  const text = `${words.intro}\n\n\`\`\`json\n${JSON.stringify(proposal())}\n\`\`\`\n`;
  const title = words.title.replace("{rencana}", words.plan);
  return words.issue.replace("{title}", encodeURIComponent(title)).replace("{text}", () => encodeURIComponent(text));
}

function ready() {
  const field = form.querySelector("[aria-invalid]");
  if (!wrong.size) return true;
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

// usul/#k-001 chooses that item, whatever its table.
function asked() {
  const wanted = decodeURIComponent(location.hash.slice(1)).toLowerCase();
  for (const one of tables.values()) {
    const at = wanted && one.ber_id ? heldIn(one).findIndex((each) => each.path[0].toLowerCase() === wanted) : -1;
    if (at < 0) continue;
    choose(one.nama, "");
    part("baris").value = at;
    part("baris").selectedOptions[0]?.scrollIntoView({ block: "nearest" });
    showFields();
    return true;
  }
  return false;
}

form.addEventListener("submit", (event) => event.preventDefault());
part("tabel").replaceChildren(...[...tables.values()].filter((one) => one.isian.length && heldIn(one).length).map((one) => new Option(one.judul, one.nama)));
part("tabel").addEventListener("change", () => choose(part("tabel").value, ""));
part("cari").addEventListener("input", listRows);
part("baris").addEventListener("change", showFields);
window.addEventListener("hashchange", asked);
if (!asked()) choose(tables.has("kegiatan") && heldIn(tables.get("kegiatan")).length ? "kegiatan" : "isian", "");
showChanges();
form.hidden = false;
part("tanpa").hidden = true;
