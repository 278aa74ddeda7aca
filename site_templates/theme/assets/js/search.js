// Opens the search from the header and with "/". The index is fetched when a reader first types.

import { answers } from "./search-results.js";

const dialog = document.getElementById("_search");
const form = document.querySelector("form#cari");

// Without a script it is a link; what opens a dialog is a button.
function opener() {
  const link = document.getElementById("_search-open");
  const button = document.createElement("button");
  button.type = "button";
  button.id = link.id;
  button.className = link.className;
  button.setAttribute("aria-haspopup", "dialog");
  button.setAttribute("aria-keyshortcuts", "/");
  button.append(...link.childNodes);
  button.addEventListener("click", open);
  link.replaceWith(button);
  return button;
}

const button = opener();
const input = dialog.querySelector("input");
const answer = answers(dialog.querySelector(".found"), {
  shown: 8,
  ask: (words) => {
    input.value = words;
    answer(words, {});
    input.focus();
  },
});

function open() {
  const own = form?.querySelector("[name=q]");
  if (own) {
    own.focus();
    own.select();
  } else if (!dialog.open) {
    dialog.showModal();
    input.select();
  }
}

function typing(element) {
  return element.isContentEditable || element.closest("input, textarea, select");
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
  event.preventDefault();
  open();
});

// The arrows go from the field to the results and back, as in a list; Tab works as everywhere. Escape closes at once:
// a search field would take the first one to empty itself.
dialog.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    event.preventDefault();
    dialog.close();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const stops = [input, ...dialog.querySelectorAll(".found__list a")];
  const next = stops[stops.indexOf(document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
});

dialog.querySelector(".search__close").addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => {
  // A click on the dialog itself is one beside its contents; a link to this very page changes only the anchor.
  if (event.target === dialog || event.target.closest("a")) dialog.close();
});
dialog.addEventListener("close", () => {
  if (document.activeElement === document.body) button.focus();
});
input.addEventListener("input", () => answer(input.value, {}));
