// What a found page offers: itself, and its sections, activities and rows, each worth what it holds of the question.

import { hits, wordsOf } from "./search-query.js";

const TITLE = 9;
const EXCERPT = 22;
const LIGHT = 0.3;
const OF_ACTIVITIES = ["tahap", "status", "tahun"];

/** Whether filters ask for something of an activity, which the index knows only of its page. */
export const asksForActivity = (filters) => OF_ACTIVITIES.some((name) => filters[name]);

/**
 * The page and its places: `url`, `title`, `excerpt` (pairs: text, whether it was looked for), the `facts` of an activity;
 * for each concept whether it is `held`, and whether the title holds it (`named`); `covered`, the share of the title that was asked for, without the words for a kind of institution and in a
 * heading those that only ask; whether the title `begins` with it; and whether the place `isAbout` more than whose plan it is of. Of the page
 * alone: whether its address names a concept (`isAddressed`).
 */
export function places(page, concepts, { kinds, asking }) {
  const isOfAll = !page.filters.lembaga;
  const [name, whose] = split(page.meta.title);
  const ofWhom = concepts.map((concept) => !isOfAll && hits(concept, wordsOf(whose)).length > 0);
  const isForWhom = ofWhom.every(Boolean);
  const address = wordsOf(page.url.split("/").at(-2) ?? "").join("-").split("-");
  const askedBy = wordsOf(page.meta.tanya || "");
  const addressed = concepts.map((concept) => hits(concept, address).length > 0);
  const text = page.content.split(/\s+/);
  const small = text.map((word) => wordsOf(word).join(" "));
  const found = concepts.map((concept) => hits(concept, small));
  const facts = new Map((page.meta.kegiatan || "").split("; ").map((entry) => {
    const [id, ...values] = entry.split(" ");
    return [id, values];
  }));
  return named(page, text).map((part) => {
    const isActivity = facts.has(part.id);
    const inside = found.map((each) => each.filter((at) => at >= part.from && at < part.to));
    const title = wordsOf(part.id ? part.title : name).filter((word) => !kinds.includes(word) && (isActivity || !asking.includes(word)));
    const inTitle = concepts.map((concept) => hits(concept, title));
    const asked = new Set(inTitle.flat());
    const own = concepts.map((concept, index) => inside[index].length > 0 || inTitle[index].length > 0
      || (!part.id && (addressed[index] || hits(concept, askedBy).length > 0)));
    return {
      url: part.id ? `${page.url}#${part.id}` : page.url,
      title: part.title,
      page,
      facts: part.id ? facts.get(part.id) : undefined,
      held: own.map((each, index) => each || ofWhom[index]),
      isAbout: own.some((each, index) => each && (isForWhom || !ofWhom[index])),
      named: inTitle.map((each) => each.length > 0),
      covered: title.length ? asked.size / title.length : 0,
      begins: asked.has(0),
      isAddressed: !part.id && addressed.some(Boolean),
      isOfAll,
      excerpt: excerpt(text, part, new Set(inside.flat())),
    };
  });
}

/**
 * Gives places their `share` of what was asked, that of their title (`titled`), and their `score`; what few of `all` places hold counts for more, so that
 * *pengaduan online* is about *pengaduan*.
 */
export function weigh(all, concepts) {
  const weights = concepts.map((concept, index) => (concept.isLight ? LIGHT : 1)
    * Math.log(1 + all.length / (1 + all.filter((each) => each.held[index]).length)));
  const whole = weights.reduce((sum, each) => sum + each, 0) || 1;
  const sum = (told) => weights.reduce((total, each, index) => total + (told[index] ? each : 0), 0) / whole;
  for (const each of all) {
    each.share = sum(each.held);
    each.titled = sum(each.named);
    each.score = 4 * each.share + 3 * each.titled + 2 * each.covered;
  }
  return all.sort((one, other) => other.score - one.score);
}

/** Whether an activity has what the filters ask of one. */
export const fits = (place, filters) => OF_ACTIVITIES.map((name) => filters[name]).filter(Boolean)
  .every((value) => place.facts?.includes(value));

/** Whether neither the text of a page holds a concept nor the words that the page is found by. */
export const lacks = (page, concept) => !hits(concept, wordsOf(`${page.content} ${page.meta.title} ${page.meta.kata || ""} ${page.meta.tanya || ""}`)).length;

// The title of a page, and whose plan it is of: told after the last dash, and the whole of it where there is none.
function split(title) {
  const at = title.lastIndexOf(" – ");
  return at < 0 ? [title, title] : [title.slice(0, at), title.slice(at)];
}

// The text before the first anchor, then each anchored part up to the next. An activity's heading is named after its
// card: K-001 stands at #k-001, the heading at #k-001-judul.
function named(page, text) {
  const anchors = page.anchors
    .filter((anchor) => /^(h[2-6]|tr|section|div)$/.test(anchor.element))
    .sort((a, b) => a.location - b.location);
  return [{ location: 0 }, ...anchors].map((anchor, index) => {
    const from = anchor.location;
    const to = anchors[index]?.location ?? text.length;
    const start = text.slice(from, Math.min(to, from + TITLE)).join(" ");
    const title = anchor.text?.trim() || (to - from > TITLE ? `${start} …` : start);
    const body = anchor.id ? from + (anchor.text ? title.split(/\s+/).length : TITLE) : from;
    return { id: anchor.id?.replace(/-judul$/, ""), title, from, body, to };
  });
}

// Words around the first hit; what the title says already is not said again.
function excerpt(text, part, marked) {
  const first = Math.min(...[...marked].filter((at) => at >= part.body));
  const from = Math.max(part.body, Number.isFinite(first) ? first - Math.floor(EXCERPT / 3) : 0);
  return text.slice(from, Math.min(part.to, from + EXCERPT)).map((word, index) => [word, marked.has(from + index)]);
}
