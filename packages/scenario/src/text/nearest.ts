/** For longer words none near is looked for: to compare two takes the product of their lengths. */
const longestWord = 100;

/** The known word that a written one was most likely meant to be, or undefined when none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  if (word.length > longestWord) return undefined;
  // One wrong letter in three is allowed, and at least one; but some of the longer word must be right.
  let allowed = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    // A difference in length means as many inserted letters, so most words need no closer look.
    if (Math.abs(word.length - candidate.length) >= allowed) continue;
    const apart = distance(word, candidate);
    if (apart < Math.min(allowed, Math.max(word.length, candidate.length))) {
      best = candidate;
      allowed = apart;
    }
  }
  // Somebody who writes one thing in place of all of its kind leaves out an ending.
  return best ?? known.find((candidate) => word.length > 2 && candidate.toLowerCase().startsWith(word.toLowerCase()));
}

/** ` (did you mean "x"?)`, or nothing. */
export function didYouMean(word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  return meant === undefined ? "" : ` (did you mean "${meant}"?)`;
}

/** The end of a sentence about a name that is not defined: the nearest one, or those that are defined. */
export function defined(word: string, known: readonly string[]): string {
  const meant = didYouMean(word, known);
  if (meant !== "") return meant;
  return known.length === 0
    ? " (none is defined)"
    : ` (defined: ${known.slice(0, 12).join(", ")}${known.length > 12 ? ", …" : ""})`;
}

/** Letters inserted, deleted, replaced or swapped (Damerau 1964, optimal string alignment). Capitals only decide between words as near. */
function distance(word: string, other: string): number {
  const [a, b] = [word.toLowerCase(), other.toLowerCase()];
  let previous: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const before = previous;
    previous = row;
    row = [i];
    for (let j = 1; j <= b.length; j++) {
      const another = a[i - 1] === b[j - 1] ? (word[i - 1] === other[j - 1] ? 0 : 0.001) : 1;
      const replaced = previous[j - 1]! + another;
      let least = Math.min(previous[j]! + 1, row[j - 1]! + 1, replaced);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      row.push(least);
    }
  }
  return row[b.length]!;
}
