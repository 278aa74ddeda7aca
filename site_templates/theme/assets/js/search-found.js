// What a question finds: activities before pages, the closest where nothing holds every word, and a better spelling.

import { search, vocabulary, words } from "./search-engine.js";
import { asksForActivity, fits, lacks, places, weigh } from "./search-places.js";
import { question } from "./search-query.js";
import { closest } from "./search-spelling.js";

const PART = "rencana-implementasi";
const LOOKED_AT = 6;
const ACTIVITIES_FIRST = 4;
const PLACES = 3;
const CLOSE = 0.6;
const ADVANTAGE = 2;

/**
 * An answer: how many pages hold all words (`total`), or only some of them (`isWeak`); `entries`, read as they are taken:
 * `place` alone, of an activity or a term, or `page` with its `places`. Once some are taken, `lacking()` are the concepts
 * that none of them holds, and `better(…)` is the question with the closest known words in their place.
 */
export async function find(text, filters) {
  const told = await words();
  const asked = question(text, told);
  const { concepts } = asked;
  const within = (page) => places(page, concepts, told);
  const ofActivities = asksForActivity(filters) || filters.bagian === PART;
  const [withActivities, others] = await Promise.all([
    filters.bagian && !ofActivities ? nothing : pages(asked, { ...filters, bagian: PART }),
    ofActivities ? nothing : pages(asked, filters),
  ]);
  const read = [];
  const take = async (from, count) => {
    const taken = await Promise.all(from.results.splice(0, count).map((result) => result.data()));
    read.push(...taken);
    return taken;
  };

  async function* entries() {
    const activities = best((await take(withActivities, LOOKED_AT)).flatMap(within), concepts, filters);
    const strongest = activities[0] ?? { score: 0, titled: 0, share: 0 };
    const isOwn = (each) => activities.length && each.page.url.endsWith(`/${PART}/`);
    const more = async () => byWorth((await take(others, LOOKED_AT)).map(within), concepts).filter((each) => !isOwn(each));
    const pages = await more();
    yield* asked.meaning ? terms(pages) : [];
    // A page goes before the activities when it is asked for by its name, or a section is, or a row of it and no activity.
    const isFirst = ({ isMeant, places: [place] }) => isMeant || (place.url.includes("#")
      && ((place.covered === 1 && place.share === 1)
        || (place.score > strongest.score + ADVANTAGE && (strongest.titled < 0.5 || strongest.share < place.share))));
    yield* pages.filter(isFirst);
    yield* activities.splice(0, ofActivities ? activities.length : ACTIVITIES_FIRST).map(alone);
    yield* pages.filter((each) => !isFirst(each));
    yield* activities.map(alone);
    while (ofActivities && withActivities.results.length) {
      yield* best((await take(withActivities, LOOKED_AT)).flatMap(within), concepts, filters).map(alone);
    }
    while (others.results.length) yield* await more();
  }

  return {
    total: others.total || withActivities.total,
    isWeak: ofActivities ? withActivities.isWeak : others.isWeak,
    entries: entries(),
    lacking: () => concepts.filter((concept) => read.every((page) => lacks(page, concept))),
    better: (missing) => better(text, missing),
  };
}

const nothing = { results: [], total: 0, isWeak: false };

// Pages that hold all words; where there are none, those that hold the most of them.
async function pages({ text, concepts }, filters) {
  const { results } = await search(text, filters);
  if (results.length || concepts.length < 2) return { results: [...results], total: results.length, isWeak: false };
  const counted = new Map();
  for (const { written } of concepts) {
    for (const result of (await search(written, filters)).results) {
      const known = counted.get(result.id) || { result, count: 0, score: 0 };
      counted.set(result.id, { result, count: known.count + 1, score: known.score + result.score });
    }
  }
  const ordered = [...counted.values()].sort((one, other) => other.count - one.count || other.score - one.score);
  return { results: ordered.map((each) => each.result), total: ordered.length, isWeak: true };
}

const alone = (place) => ({ place });

// The activities among some places that hold the most of what was asked and fit the filters.
function best(among, concepts, filters) {
  const activities = weigh(among.filter((place) => place.facts && fits(place, filters)), concepts);
  if (!concepts.length) return activities;
  const most = Math.max(...activities.map((place) => place.share));
  return activities.filter((place) => place.isAbout && place.share >= CLOSE * most);
}

// Pages as entries, those with the best places first: `all` their places, the best of them as `places`.
function byWorth(pages, concepts) {
  weigh(pages.flat(), concepts);
  return pages.map(([top, ...parts]) => {
    const all = parts.filter((part) => part.isAbout).sort((one, other) => other.score - one.score);
    const isMeant = top.held.length > 0 && top.held.every(Boolean) && (top.covered === 1 || top.isAddressed);
    return { page: top.page, all, places: all.length ? all.slice(0, PLACES) : [top], isMeant };
  }).sort((one, other) => other.isMeant - one.isMeant || other.places[0].score - one.places[0].score
    || other.places[0].isOfAll - one.places[0].isOfAll);
}

// The explanation of the very word that was asked for.
function terms(pages) {
  const found = pages.flatMap((each) => each.all).filter((place) => place.url.includes("#istilah-") && place.begins);
  return found.slice(0, 1).map(alone);
}

async function better(text, missing) {
  const known = missing.length ? await vocabulary() : [];
  const other = missing.reduce((told, { written }) => told.replace(written, closest(written, known) || written), text.toLowerCase());
  return other === text.toLowerCase() ? "" : other;
}
