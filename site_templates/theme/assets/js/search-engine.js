// One search over all bundles of the index (generator/search/index.py). Works in any folder of any host: every
// address is taken from where this file stands.

const root = new URL("../../", import.meta.url);
const bundle = (name) => new URL(`pagefind/${name}/`, root).pathname;

// A match in the title counts, one in the hidden words little, and an activity's facts are there to be read, not found.
const RANKING = { metaWeights: { title: 4, kata: 0.2, kegiatan: 0 } };

// A word that every page has, hidden (generator/search/documents.py): asked for no word at all, Pagefind fetches the whole index.
const ALL = "xsemua";

let loading;

async function load() {
  const answer = await fetch(new URL("pagefind/bundles.json", root), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  const [first, ...others] = Object.keys(await answer.json());
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
