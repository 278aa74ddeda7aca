// Where on a found page the answer stands: its sections, activities and rows, at most three of them.

const MOST = 3;
const TITLE = 9;
const EXCERPT = 22;
const OF_ACTIVITIES = ["tahap", "status", "tahun"];

/** Whether filters ask for something of an activity, which the index knows only of its page. */
export const asksForActivity = (filters) => OF_ACTIVITIES.some((name) => filters[name]);

/**
 * Places of a page, the best first: `url`, `title`, `excerpt` (a list of pairs: text, whether it was looked for).
 * The page itself is the place when nothing on it can be named.
 */
export function places(page, words, filters) {
  const text = page.content.split(/\s+/);
  const parts = named(page, text);
  const hits = page.weighted_locations.length
    ? page.weighted_locations.map((hit) => ({ at: hit.location, score: hit.balanced_score }))
    : byRoot(text, words);
  for (const hit of hits) parts.findLast((part) => part.from <= hit.at)?.hits.push(hit);
  const top = parts.shift();
  const found = parts.filter((part) => words ? part.hits.length : asksForActivity(filters)).filter(fitting(page, filters));
  if (!found.length && !asksForActivity(filters)) found.push(top);
  return found.sort((a, b) => score(b) - score(a)).slice(0, MOST).map((part) => ({
    url: part.id ? `${page.url}#${part.id}` : page.url, title: part.title, excerpt: excerpt(text, part),
  }));
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
    return { id: anchor.id?.replace(/-judul$/, ""), title, from, body, to, hits: [] };
  });
}

// The index filters pages; which activities of a page are meant is told by the page's facts.
function fitting(page, filters) {
  const wanted = OF_ACTIVITIES.map((name) => filters[name]).filter(Boolean);
  if (!wanted.length) return () => true;
  const facts = new Map((page.meta.kegiatan || "").split("; ").map((entry) => {
    const [id, ...values] = entry.split(" ");
    return [id, values];
  }));
  return (part) => wanted.every((value) => facts.get(part.id)?.includes(value));
}

const score = (part) => part.hits.reduce((sum, hit) => sum + hit.score, 0);

// A page found by a hidden root holds a word made from it: "perencanaan" from "rencana", "pengelolaan" from "kelola",
// whose first letter gives way to the prefix.
function byRoot(text, words) {
  return words.toLowerCase().split(/\s+/).filter((word) => word.length > 3).flatMap((word) => {
    const stem = word.length > 4 ? word.replace(/^[kpst]/, "") : word;
    return text.flatMap((each, at) => each.toLowerCase().includes(stem) ? [{ at, score: 1 }] : []);
  });
}

// Words around the best hit; what the title says already is not said again.
function excerpt(text, part) {
  const inside = part.hits.filter((hit) => hit.at >= part.body);
  const best = inside.reduce((one, other) => (other.score > one.score ? other : one), { at: part.body, score: 0 });
  const from = Math.max(part.body, Math.floor(best.at - EXCERPT / 3));
  const marked = new Set(inside.map((hit) => hit.at));
  return text.slice(from, Math.min(part.to, from + EXCERPT)).map((word, index) => [word, marked.has(from + index)]);
}
