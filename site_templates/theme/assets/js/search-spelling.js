// The word of the plans that is closest to one that no plan holds: one letter more, less, other or in the wrong place.

const SHORTEST = 4;

/** The closest of `known`, the most common first; nothing where none is close. */
export function closest(written, known) {
  if (written.length < SHORTEST) return "";
  const most = written.length < 7 ? 1 : 2;
  let best = "";
  let least = most + 1;
  for (const word of known) {
    if (Math.abs(word.length - written.length) > most) continue;
    const far = distance(written, word, least);
    if (far < least) [best, least] = [word, far];
    if (least === 1) break;
  }
  return best;
}

// Damerau–Levenshtein with neighbours exchanged; stops where it can be no less than `most`.
function distance(one, other, most) {
  let before = [];
  let last = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) >= most) return most;
    [before, last] = [last, row];
  }
  return last[other.length];
}
