// A labelled control for each kind of field, and what is read from it: null, a text, a list of texts, or WRONG.

export const WRONG = Symbol("wrong");
const INTEGER = [/^\d+$/, "750000"];
const FORMS = {
  rupiah: INTEGER, count: INTEGER,
  scale: [/^[1-5]$/, "3"], percent: [/^(100|\d{1,2})$/, "75"], number: [/^-?\d+(\.\d+)?$/, "12.5"],
  year: [/^\d{4}$/, "2026"], years: [/^\d{4}(-\d{4})?$/, "2026"], quarter: [/^\d{4}-T[1-4]$/, "2026-T2"], day: [/^\d{4}-\d\d-\d\d$/, "2026-09-30"],
  span: [/^\d{4}(-T[1-4])?$/, "2026-T2"], when: [/^\d{4}(-T[1-4]|-\d\d-\d\d)?$/, "2026-09-30"],
  identifier: [/^[A-Za-z0-9][\w.-]{0,63}$/, "K-014"],
  link: [/^https?:\/\/\S+$/, "https://…"],
};
const NUMERIC = ["rupiah", "count", "scale", "percent", "year"];
const LONG = 60;

export function make(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, given] of Object.entries(properties)) {
    if (key in made) made[key] = given;
    else made.setAttribute(key, given);
  }
  made.append(...children);
  return made;
}

// Rp 1.250.000 and 1,5 as people write them; anything else stays as it is.
function typed(field, written) {
  if (field.jenis === "rupiah" || field.jenis === "count") {
    const digits = written.replace(/^Rp\.?\s*/i, "").replace(/,-$/, "");
    return /^\d{1,3}([. ]\d{3})+$/.test(digits) ? digits.replace(/[. ]/g, "") : digits;
  }
  return field.jenis === "number" && /^-?\d+,\d+$/.test(written) ? written.replace(",", ".") : written;
}

function one(field, written) {
  const given = typed(field, written.trim());
  if (!given) return null;
  const form = FORMS[field.jenis];
  return form && !form[0].test(given) ? WRONG : given;
}

// What stands between backticks is what one writes in a plan.
const quoted = (text) => text.split("`").map((each, at) => (at % 2 ? make("code", {}, each) : each));

// `choices` are pairs of a value and its label, of a field that has any.
export function control(field, id, held, choices, words, unknown, changed) {
  const help = make("span", { id: `${id}-arti`, className: "propose__help", lang: "id" },
    ...quoted([field.arti, field.satuan && `(${field.satuan})`, field.banyak && !choices && words.lines].filter(Boolean).join(" ")));
  const error = make("span", { id: `${id}-salah`, className: "propose__error" });
  const title = [field.judul, field.wajib && make("span", { className: "propose__required" }, ` (${words.required})`)].filter(Boolean);
  const about = { id, "aria-describedby": `${help.id} ${error.id}` };
  const shown = { held: Array.isArray(held) ? held : held === null ? [] : [held] };
  const made = choices && field.banyak ? checkboxes(field, title, about, shown.held, choices, words, unknown, help)
    : choices ? list(field, title, about, held, choices, words, unknown, help)
      : typing(field, title, about, held, words, unknown, help);
  made.box.classList.add("propose__field");
  made.box.append(error);
  const read = () => {
    const found = made.read();
    const wrong = found === WRONG || (field.wajib && found === null);
    error.textContent = wrong ? words.invalid.replace("{contoh}", FORMS[field.jenis]?.[1] ?? field.judul) : "";
    if (wrong) made.input.setAttribute("aria-invalid", "true");
    else made.input.removeAttribute("aria-invalid");
    return wrong ? WRONG : found;
  };
  made.box.addEventListener("input", () => changed(read()));
  return made.box;
}

function checkboxes(field, title, about, held, choices, words, unknown, help) {
  const offered = field.boleh_tidak_diketahui ? [...choices, [unknown, words.unknown]] : choices;
  const boxes = [...offered, ...held.filter((each) => !offered.some(([known]) => known === each)).map((each) => [each, each])]
    .map(([given, label], at) => [make("input", { type: "checkbox", value: given, checked: held.includes(given), id: `${about.id}-${at}` }), label]);
  const chosen = () => boxes.filter(([box]) => box.checked).map(([box]) => box.value);
  const count = make("span", {}, "");
  const summary = make("summary", about, ...title, " ", count);
  const options = boxes.map(([box, label]) => make("label", { htmlFor: box.id, lang: "id" }, box, ` ${label}`));
  const box = make("details", {}, summary, help, make("div", { className: "propose__options", role: "group", "aria-label": title[0] }, ...options));
  const tell = () => { count.textContent = `– ${words.picked.replace("{n}", chosen().length)}`; };
  tell();
  box.addEventListener("input", tell);
  // What was there keeps its order; what is new comes after it.
  const read = () => {
    const now = chosen();
    if (now.includes(unknown)) return unknown;
    const ordered = [...held.filter((each) => now.includes(each)), ...now.filter((each) => !held.includes(each))];
    return ordered.length ? ordered : null;
  };
  return { box, input: summary, read };
}

function list(field, title, about, held, choices, words, unknown, help) {
  const known = [...(field.wajib ? [] : [["", `(${words.none})`]]), ...choices];
  if (field.boleh_tidak_diketahui) known.push([unknown, words.unknown]);
  if (held === null && field.wajib) known.unshift(["", ""]);
  if (held !== null && !known.some(([each]) => each === held)) known.push([held, held]);
  const input = make("select", { ...about, lang: "id" }, ...known.map(([given, label]) => new Option(label, given, false, given === held)));
  input.value = held ?? "";
  return { box: make("div", {}, make("label", { htmlFor: about.id, lang: "id" }, ...title), input, help), input, read: () => input.value || null };
}

function typing(field, title, about, held, words, unknown, help) {
  const shown = held === unknown ? "" : Array.isArray(held) ? held.join("\n") : held ?? "";
  const tall = field.banyak || field.jenis === "markdown" || shown.length > LONG;
  const input = tall ? make("textarea", { ...about, rows: Math.min(12, Math.max(2, Math.ceil(shown.length / LONG) + 1)) })
    : make("input", { ...about, type: field.jenis === "day" ? "date" : "text", inputMode: NUMERIC.includes(field.jenis) ? "numeric" : "text" });
  input.value = shown;
  const box = make("div", {}, make("label", { htmlFor: about.id, lang: "id" }, ...title), input);
  const flag = make("input", { type: "checkbox", id: `${about.id}-tt`, checked: held === unknown });
  if (field.boleh_tidak_diketahui) {
    box.append(make("label", { htmlFor: flag.id, className: "propose__unknown" }, flag, ` ${words.unknown}`));
    const lock = () => { input.disabled = flag.checked; };
    lock();
    flag.addEventListener("input", lock);
  }
  box.append(help);
  const read = () => {
    if (flag.checked) return unknown;
    if (input.validity.badInput) return WRONG;
    if (input.value === shown) return held === unknown ? null : held;
    if (!field.banyak) return one(field, input.value);
    const lines = input.value.split("\n").map((line) => one(field, line)).filter((line) => line !== null);
    return lines.includes(WRONG) ? WRONG : lines.length ? lines : null;
  };
  return { box, input, read };
}
