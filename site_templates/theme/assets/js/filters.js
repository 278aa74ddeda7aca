// <form class="filters" data-table="id"> narrows that table: a select or checkbox by the row's data-<name>
// (several values are separated by a space), a text field by the words in the row. <output> tells how many are left.
// Of several forms on a page, what is chosen stands in the address under its table's name.

import { asked, keep, onBack } from "./address.js";

function filters(form, _, forms) {
  const named = (name) => (forms.length > 1 ? `${form.dataset.table}.${name}` : name);
  const fields = [...form.elements].filter((field) => field.name);
  const usual = fields.map((field) => (field.type === "checkbox" ? field.checked : field.value));
  const table = document.getElementById(form.dataset.table);
  const all = [...table.querySelectorAll("tbody tr")];
  const rows = all.filter((row) => !row.matches(".group"));
  // The head of a group goes with the last of its rows.
  const heads = all.filter((row) => row.matches(".group")).map((head) => [head, [...head.parentElement.rows].slice(1)]);
  // Folded parts without a row left go; what is left in the others lies open as long as a filter is set.
  const folds = [...table.querySelectorAll(":scope > details")];
  const output = form.querySelector("output");
  const none = form.querySelector(".filters__none");

  const fits = (row) => ([name, value]) => name === "teks"
    ? value.toLowerCase().trim().split(/\s+/).every((word) => row.textContent.toLowerCase().includes(word))
    : (row.dataset[name] || "").split(" ").includes(value);

  const narrow = () => {
    const wanted = [...new FormData(form)].filter(([, value]) => value.trim() !== "");
    for (const row of rows) row.hidden = !wanted.every(fits(row));
    for (const fold of folds) {
      fold.hidden = !fold.querySelector("tbody tr:not([hidden])");
      fold.open = wanted.length > 0;
    }
    for (const [head, own] of heads) head.hidden = own.every((row) => row.hidden);
    const left = rows.filter((row) => !row.hidden).length;
    output.textContent = `${left} / ${rows.length}`;
    if (none) none.hidden = left > 0;
    table.hidden = !left;
  };

  const write = () => {
    const chosen = new FormData(form);
    keep(Object.fromEntries(fields.map(({ name }) => [named(name), chosen.getAll(name).map((value) => value.trim())])));
    narrow();
  };

  const read = () => {
    fields.forEach((field, index) => {
      const wanted = asked(named(field.name));
      if (field.type === "checkbox") field.checked = wanted.includes(field.value) || (usual[index] && !wanted.length);
      else field.value = field.options && ![...field.options].some((option) => option.value === wanted[0]) ? usual[index] : wanted[0] ?? usual[index];
    });
    narrow();
  };

  form.addEventListener("input", write);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(write));
  onBack(read);
  form.hidden = false;
  read();
  // A phone has no room for them until they are asked for.
  const fold = form.querySelector("details");
  if (fold) fold.open = matchMedia("(min-width: 48rem)").matches || fields.some((field, index) => field.type !== "checkbox" && field.value !== usual[index]);
}

document.querySelectorAll("form.filters[data-table]").forEach(filters);
