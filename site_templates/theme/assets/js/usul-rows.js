// Rows and values of a plan, found in rencana.json by the description of the format (isian.json).

// The rows of a table: the path that a proposal names them by, what they hold, and what a list of choices calls them.
export function rows(table, plan, tables) {
  const around = table.induk ? rows(tables.get(table.induk), plan, tables) : [{ path: [], entry: plan, name: "" }];
  if (!table.langkah.length) return around;
  return around.flatMap(({ path, entry, name }) => {
    const held = table.langkah.reduce((each, key) => each?.[key], entry);
    if (table.per_tahun) {
      const key = table.isian[0].kunci;
      return Object.entries(held ?? {}).map(([year, value]) => (
        { path: [...path, ...table.langkah, year], entry: { [key]: value }, name: joined(name, year), within: path }));
    }
    return (Array.isArray(held) ? held : []).map((one, at) => ({
      path: table.ber_id ? [one.id] : [...path, ...table.langkah, at],
      entry: one,
      name: table.ber_id ? joined(one.id, title(table, one)) : joined(name, `${at + 1}. ${title(table, one)}`),
      within: path,
    }));
  });
}

const joined = (...parts) => parts.filter(Boolean).join(" · ");

// The first words of a row, or, where it has none, its first values.
function title(table, entry) {
  const words = table.isian.find((field) => field.jenis === "text" && text(value(field, entry)));
  const shown = words ? [words] : table.isian.filter((field) => text(value(field, entry))).slice(0, 3);
  return shown.map((field) => text(value(field, entry))).join(", ").slice(0, 120);
}

const text = (each) => (Array.isArray(each) ? each.join(", ") : each ?? "");

// A value as the format writes it: a text, a list of texts, or null.
export function value(field, entry) {
  const held = field.jalur.reduce((each, key) => each?.[key], entry);
  if (held === undefined || held === null) return null;
  if (Array.isArray(held)) return held.length ? held.map(String) : null;
  return String(held);
}

export const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
