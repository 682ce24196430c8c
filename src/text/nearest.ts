import { distance } from 'fastest-levenshtein';

/** Longer is no name that a person has misspelt. */
const LONGEST_NAME = 200;
const MOST_COMPARED = 2000;
const MOST_LISTED = 40;

/**
 * The known name a person most likely meant: fewest edits (Levenshtein), ties to the earlier. About two fifths of the
 * longer name may differ: in one of four letters two may be swapped, which are two edits. `undefined` when nothing is near.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of known.slice(0, MOST_COMPARED)) {
    const longer = Math.max(name.length, candidate.length);
    const allowed = Math.max(1, Math.floor((longer + 1) * 0.4));
    if (longer > LONGEST_NAME || Math.abs(name.length - candidate.length) > allowed) continue;
    const edits = distance(name.toLowerCase(), candidate.toLowerCase());
    if (edits <= allowed && edits < bestDistance) {
      best = candidate;
      bestDistance = edits;
    }
  }
  return best;
}

/** A hint that names the nearest known name, or lists them all where none is near. */
export function nearestHint(name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known);
  if (nearest !== undefined) return `did you mean "${nearest}"?`;
  if (known.length === 0) return 'there are none';
  if (known.length > MOST_LISTED) return `there are ${known.length}, and none of them is like it`;
  return `known are: ${[...known].sort().join(', ')}`;
}
