// What a reader asks, as concepts: a word, or a name of several, with every other name it goes by (pairs.json of the index).

const WORD = /[\p{L}\p{N}]+(?:[-.'’][\p{L}\p{N}]+)*/gu;

export const wordsOf = (text) => (text.toLowerCase().match(WORD) || []);

/**
 * A question taken apart: `concepts` (what was `written`, its `names`, each a list of words, and whether it is light and
 * narrows little: *online*), the `text` to look for, and whether a `meaning` is asked for. Words that only ask are left
 * out, unless there are no others.
 */
export function question(text, { pairs, asking, meaning, light }) {
  const plain = wordsOf(text).join(" ");
  const intro = meaning.find((each) => ` ${plain} `.includes(` ${each} `));
  const rest = intro ? ` ${plain} `.replace(` ${intro} `, " ").trim() : plain;
  const all = concepts((rest || plain).split(" ").filter(Boolean), pairs);
  all.forEach((each) => { each.isLight = light.includes(each.written); });
  const told = all.filter(({ written }) => !asking.includes(written));
  const left = told.length ? told : all;
  return { concepts: left, text: left.map(({ written }) => written).join(" "), meaning: Boolean(intro) };
}

function concepts(words, pairs) {
  const found = [];
  for (let at = 0; at < words.length;) {
    // The longest name that begins here.
    const names = pairs.flatMap((pair) => pair.map((name) => [name, pair]))
      .filter(([name]) => name.every((word, index) => words[at + index] === word))
      .sort(([one], [other]) => other.length - one.length);
    const length = names[0]?.[0].length ?? 1;
    const written = words.slice(at, at + length);
    const others = names.filter(([name]) => name.length === length).flatMap(([, pair]) => pair);
    found.push({ written: written.join(" "), names: [written, ...others] });
    at += length;
  }
  return found;
}

const BEFORE = /^(?:meng|meny|mem|men|me|peng|peny|pem|pen|per|pe|ber|be|ter|di|se)/;
const AFTER = /(?:nya|lah|kah|kan|an|i)$/;
const roots = new Map();

/** What is left of a word without its affixes: enough to see that two are of one family, not its root. */
export function root(word) {
  if (!roots.has(word)) roots.set(word, bare(word));
  return roots.get(word);
}

function bare(word) {
  const without = (text, affix, least) => {
    const rest = text.replace(affix, "");
    return rest.length >= least ? rest : text;
  };
  let left = without(word, AFTER, 4);
  left = without(left, /^ke/, left === word ? 5 : 4);
  left = without(without(left, BEFORE, 4), /^(?:per|pel|ber)/, 4);
  return left.replace(/^[kpst](?=[aeiou])/, "");
}

/** Places, as indices into `text` (small letters), at which a concept stands under any of its names. */
export function hits(concept, text) {
  const places = [];
  for (const name of concept.names) {
    const same = name.map((word) => (word.length < 4 ? (each) => each === word : (each) => each === word || root(each) === root(word)));
    for (let at = 0; at + name.length <= text.length; at += 1) {
      if (same.every((fits, index) => fits(text[at + index]))) name.forEach((_, index) => places.push(at + index));
    }
  }
  return places;
}
