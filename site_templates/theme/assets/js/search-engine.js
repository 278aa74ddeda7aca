// One search over all bundles of the index (generator/search/index.py). Works in any folder of any host: every
// address is taken from where this file stands.

const root = new URL("../../", import.meta.url);
const bundle = (name) => new URL(`pagefind/${name}/`, root).pathname;

// A match in the title or in what a page is asked by counts, one in the hidden words little, and an activity's facts are
// there to be read, not found.
const RANKING = { metaWeights: { title: 4, tanya: 4, kata: 0.2, kegiatan: 0 } };

// A word that every page has, hidden (generator/search/documents.py): asked for no word at all, Pagefind fetches the whole index.
const ALL = "xsemua";

let loading;

async function json(name) {
  const answer = await fetch(new URL(`pagefind/${name}`, root), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  return answer.json();
}

const bundles = async () => Object.keys(await json("bundles.json"));

async function load() {
  const [first, ...others] = await bundles();
  const pagefind = await import(`${bundle(first)}pagefind.js`);
  const options = { baseUrl: root.pathname, ranking: RANKING };
  // A worker would be another 41 kB for a search that takes some ten milliseconds.
  await pagefind.options({ ...options, basePath: bundle(first), noWorker: true });
  await pagefind.init();
  await Promise.all(others.map((name) => pagefind.mergeIndex(bundle(name), options)));
  return pagefind;
}

/** Pages for words and filters; words may be empty when a filter is given. An answer holds `results`, unloaded. */
export async function search(words, filters) {
  loading ??= load();
  loading.catch(() => { loading = undefined; });
  const pagefind = await loading;
  return pagefind.search(words.trim() || ALL, { filters });
}

let told;

/** What words mean the same and what a question is made of (padanan.json of the index). */
export function words() {
  told ??= json("padanan.json");
  told.catch(() => { told = undefined; });
  return told;
}

let known;

/** Every word of the plans, the most common first; fetched only for a word that nothing holds. */
export async function vocabulary() {
  known ??= bundles().then((names) => Promise.all(names.map((name) => json(`${name}/kata.json`)))).then(merged);
  known.catch(() => { known = undefined; });
  return known;
}

// The lists of several bundles as one, by rank.
function merged(lists) {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return [...new Set([...Array(longest).keys()].flatMap((rank) => lists.map((list) => list[rank]).filter(Boolean)))];
}
