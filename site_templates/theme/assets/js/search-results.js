// Searches while a reader types and lists what was found. Used by the dialog and by the search page.

import { find } from "./search-found.js";

const PAUSE = 250;
const SHORTEST = 2;

/** A function of words and filters that fills `.found`; a later call replaces an earlier one. */
export function answers(found, { shown, ask }) {
  const count = found.querySelector(".found__count");
  const list = found.querySelector(".found__list");
  const more = found.querySelector(".found__more");
  const words = found.dataset;
  let asked = 0;
  let next = () => {};
  more.addEventListener("click", () => next());

  const say = (text) => { count.textContent = text; };

  // How much holds what was asked; what nothing holds is said, with the closest word that the plans know.
  async function tell(answer, call) {
    const lacking = answer.lacking();
    const better = await answer.better(lacking);
    if (call !== asked) return;
    const quoted = lacking.map((concept) => `“${concept.written}”`).join(", ");
    if (!list.children.length) say(words.none);
    else if (quoted) say(words.lacking.replace("{kata}", quoted));
    else say(answer.isWeak ? words.weak : words.some.replace("{n}", answer.total));
    if (!better) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "found__better";
    button.textContent = better;
    button.addEventListener("click", () => ask(better));
    count.append(" ", `${words.better} `, button);
  }

  async function add(answer, call, focus) {
    const items = [];
    // One is read ahead: the button for more never leads to nothing.
    answer.ahead ??= await answer.entries.next();
    while (items.length < shown && !answer.ahead.done) {
      if (call !== asked) return;
      items.push(item(answer.ahead.value, words));
      answer.ahead = await answer.entries.next();
    }
    if (call !== asked) return;
    list.append(...items);
    more.hidden = answer.ahead.done;
    if (focus) items[0]?.querySelector("a").focus();
  }

  return async function answer(text, filters) {
    const call = ++asked;
    const filtered = Object.keys(filters).length > 0;
    text = text.trim();
    if (text.length < SHORTEST && !(filtered && !text)) {
      list.replaceChildren();
      more.hidden = true;
      say(text ? words.short : "");
      return;
    }
    await new Promise((go) => setTimeout(go, PAUSE));
    if (call !== asked) return;
    const slow = setTimeout(() => say(words.wait), 400);
    try {
      const told = await find(text, filters);
      if (call !== asked) return;
      list.replaceChildren();
      next = () => add(told, call, true);
      await add(told, call, false);
      if (call === asked) await tell(told, call);
    } catch (error) {
      console.error(error);
      if (call === asked) say(words.failed);
    } finally {
      clearTimeout(slow);
    }
  };
}

function item({ place, page, places }, words) {
  const entry = document.createElement("li");
  if (place) {
    entry.append(link(place.url, place.title, "found__place"), state(place, words));
    if (place.excerpt.length) entry.append(excerpt(place.excerpt));
    return entry;
  }
  entry.append(link(page.url, page.meta.title, "found__page"));
  const inside = document.createElement("ul");
  for (const part of places) {
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

// Of which plan it is, and how far: `terlambat` stands beside the status and never alone.
function state(place, words) {
  const names = JSON.parse(words.statuses);
  const told = (place.facts || []).map((fact) => names[fact]).filter(Boolean);
  const made = document.createElement("p");
  made.className = "meta";
  made.textContent = [place.page.meta.title.replace(/^.*? – /, ""), ...told].join(" · ");
  return made;
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
