// What is proposed: fields that change, rows that come, rows that go; and the words in which each is shown.

import { same, value } from "./usul-rows.js";

// A field of a new row that names it. Its table does not list it: of a row that is there it never changes.
export const ID = { kunci: "id", judul: "Id", jenis: "identifier", jalur: ["id"], wajib: true };
const YEAR = { kunci: "tahun", judul: "Tahun", jenis: "year", jalur: ["tahun"], wajib: true };

export class Changes {
  #all = new Map();
  #drafts = [];
  #made = 0;
  wrong = new Set();

  get list() { return [...this.#all]; }

  fieldsOf(table, row) {
    if (!row.draft) return table.isian;
    const own = table.per_tahun ? [{ ...table.isian[0], jalur: [table.isian[0].kunci], wajib: true }] : table.isian;
    return [...(table.ber_id ? [ID] : table.per_tahun ? [YEAR] : []), ...own];
  }

  // New rows of a table. The path of one is its id's place: rows inside it follow when the id is written.
  draftsOf(table) { return this.#drafts.filter((each) => each.table === table); }

  add(table, within, id) {
    const draft = { draft: `+${this.#made += 1}`, table, path: [id], within, entry: id ? { id } : {} };
    this.#drafts.push(draft);
    this.#keep(draft);
    for (const field of this.fieldsOf(table, draft)) {
      if (field.wajib && value({ ...field, jalur: [field.kunci] }, draft.entry) === null) this.wrong.add(key(table, draft, field));
    }
    return draft;
  }

  #keep(draft) {
    this.#all.set(draft.draft, { kind: "add", table: draft.table, row: draft, values: draft.entry });
  }

  remove(table, row) {
    for (const field of table.isian) this.#forget(key(table, row, field));
    const seen = Object.fromEntries(table.isian.map((field) => [field.kunci, value(field, row.entry)]));
    this.#all.set(key(table, row), { kind: "remove", table, row, seen });
  }

  isRemoved(table, row) { return this.#all.has(key(table, row)); }

  restore(table, row) { this.undo(key(table, row)); }

  // `given` is a value as the format writes it; `wrong` says that it could not be read.
  change(table, row, field, given, isWrong) {
    const own = key(table, row, field);
    if (isWrong) this.wrong.add(own);
    else this.wrong.delete(own);
    if (row.draft) {
      if (isWrong || given === null) delete row.entry[field.kunci];
      else row.entry[field.kunci] = given;
      if (field === ID && !isWrong) row.path[0] = given;
      return;
    }
    const old = value(field, row.entry);
    if (isWrong || same(given, old)) this.#all.delete(own);
    else this.#all.set(own, { kind: "edit", table, row, field, old, given });
  }

  held(table, row, field) {
    if (row.draft) return value({ ...field, jalur: [field.kunci] }, row.entry);
    return this.#all.get(key(table, row, field))?.given ?? (this.#all.has(key(table, row, field)) ? null : value(field, row.entry));
  }

  undo(name) {
    const gone = this.#all.get(name);
    this.#forget(name);
    if (gone?.kind !== "add") return;
    this.#drafts = this.#drafts.filter((each) => each !== gone.row);
    for (const field of this.fieldsOf(gone.table, gone.row)) this.wrong.delete(key(gone.table, gone.row, field));
    for (const [other, each] of this.list) if (each.row.within === gone.row.path) this.undo(other);
  }

  #forget(name) { this.#all.delete(name); this.wrong.delete(name); }

  get stated() {
    return this.list.map(([, each]) => {
      const about = { tabel: each.table.nama };
      if (each.kind === "add") return { ...about, di: each.row.within.join("/"), tambah: each.values };
      const row = { ...about, baris: each.row.path.join("/") };
      if (each.kind === "remove") return { ...row, hapus: true, lama: each.seen };
      return { ...row, isian: each.field.kunci, lama: each.old, baru: each.given };
    });
  }
}

const key = (table, row, field) => JSON.stringify([table.nama, row.draft ?? row.path, field?.kunci ?? null]);

// An id for a new row: that of the last one with the next number, K-014 after K-013.
export function nextId(ids) {
  const numbered = ids.map((id) => /^(.*?)(\d{1,9})$/.exec(id)).filter(Boolean);
  if (!numbered.length) return "";
  const [, head] = numbered.at(-1);
  const alike = numbered.filter((each) => each[1] === head);
  const next = String(Math.max(...alike.map((each) => Number(each[2]))) + 1);
  return head + next.padStart(alike.at(-1)[2].length, "0");
}
