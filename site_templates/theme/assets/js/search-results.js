// Searches while a reader types and lists what was found. Used by the dialog and by the search page.

import { search } from "./search-engine.js";
import { places } from "./search-places.js";

const PAUSE = 250;
const SHORTEST = 3;
const BATCHES = 3;

/** A function of words and filters that fills `.found`; a later call replaces an earlier one. */
export function answers(found, { shown }) {
  const count = found.querySelector(".found__count");
  const list = found.querySelector(".found__list");
  const more = found.querySelector(".found__more");
  let asked = 0;
  let rest = [];
  let next = () => {};
  more.addEventListener("click", () => next());

  const say = (text) => { count.textContent = text; };

  // The index knows what an activity is only of its page, so a page may turn out to hold no place that fits: more
  // are looked at, but not all at once.
  async function add(words, filters, call, focus) {
    let items = [];
    for (let batch = 0; batch < BATCHES && rest.length && !items.length; batch += 1) {
      const pages = await Promise.all(rest.splice(0, shown).map((result) => result.data()));
      if (call !== asked) return;
      items = pages.map((page) => item(page, words, filters)).filter(Boolean);
    }
    list.append(...items);
    more.hidden = !rest.length;
    if (focus) items[0]?.querySelector("a").focus();
    if (!list.children.length) say(rest.length ? found.dataset.yet : found.dataset.none);
  }

  return async function answer(words, filters) {
    const call = ++asked;
    const filtered = Object.keys(filters).length > 0;
    words = words.trim();
    if (words.length < SHORTEST && !(filtered && !words)) {
      list.replaceChildren();
      more.hidden = true;
      say(words ? found.dataset.short : "");
      return;
    }
    await new Promise((go) => setTimeout(go, PAUSE));
    if (call !== asked) return;
    const slow = setTimeout(() => say(found.dataset.wait), 400);
    try {
      const { results } = await search(words, filters);
      clearTimeout(slow);
      if (call !== asked) return;
      list.replaceChildren();
      rest = [...results];
      say(found.dataset.some.replace("{n}", results.length));
      next = () => add(words, filters, call, true);
      await add(words, filters, call, false);
    } catch (error) {
      clearTimeout(slow);
      console.error(error);
      if (call === asked) say(found.dataset.failed);
    }
  };
}

function item(page, words, filters) {
  const parts = places(page, words, filters);
  if (!parts.length) return null;
  const entry = document.createElement("li");
  entry.append(link(page.url, page.meta.title, "found__page"));
  const inside = document.createElement("ul");
  for (const part of parts) {
    if (part.url === page.url) {
      entry.append(excerpt(part.excerpt));
    } else {
      const line = document.createElement("li");
      line.append(link(part.url, part.title));
      if (part.excerpt.length) line.append(excerpt(part.excerpt));
      inside.append(line);
    }
  }
  if (inside.children.length) entry.append(inside);
  return entry;
}

function link(address, text, name = "") {
  const made = document.createElement("a");
  made.href = address;
  made.textContent = text;
  made.dir = "auto";
  made.className = name;
  return made;
}

function excerpt(words) {
  const made = document.createElement("p");
  for (const [text, marked] of words) {
    if (marked) {
      const mark = document.createElement("mark");
      mark.textContent = text;
      made.append(mark, " ");
    } else {
      made.append(`${text} `);
    }
  }
  return made;
}
