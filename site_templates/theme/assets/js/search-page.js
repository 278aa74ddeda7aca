// The search page: words and filters stand in its address, so that a search can be kept, shared and gone back to.

import { asked, keep, onBack } from "./address.js";
import { answers } from "./search-results.js";

const form = document.getElementById("cari");

if (form) {
  const fields = [...form.elements].filter((field) => field.name);
  const answer = answers(document.querySelector("main .found"), {
    shown: 10,
    ask: (words) => {
      form.elements.q.value = words;
      write(true);
      ask();
      form.elements.q.focus();
    },
  });

  const given = () => fields.map(({ name, value }) => [name, value.trim()]).filter(([, value]) => value);

  const ask = () => {
    const { q = "", ...filters } = Object.fromEntries(given());
    answer(q, filters);
  };

  // An address with a value that no longer exists leaves its field empty.
  const read = () => {
    fields.forEach((field) => { field.value = asked(field.name)[0] || ""; });
    ask();
  };

  const write = (step) => keep(Object.fromEntries(fields.map(({ name, value }) => [name, [value.trim()]])), step);

  form.addEventListener("input", (event) => {
    // Every letter replaces the address; a finished word or a chosen filter is a step to go back to.
    write(event.target.type !== "search");
    ask();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    write(true);
    ask();
  });
  form.addEventListener("reset", () => setTimeout(() => {
    fields.forEach((field) => { field.value = ""; });
    write(true);
    ask();
  }));
  onBack(read);
  read();
  // On a phone the results come first, unless a filter is what makes them.
  const filtered = given().some(([name]) => name !== "q");
  form.querySelector("details").open = filtered || matchMedia("(min-width: 48rem)").matches;
}
