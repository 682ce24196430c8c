import { distance } from 'fastest-levenshtein';

/**
 * The known name a person most likely meant: fewest edits (Levenshtein), ties to the earlier. About two fifths of the
 * longer name may differ: in one of four letters two may be swapped, which are two edits. `undefined` when nothing is near.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const edits = distance(name.toLowerCase(), candidate.toLowerCase());
    const allowed = Math.max(1, Math.floor((Math.max(name.length, candidate.length) + 1) * 0.4));
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
  return known.length === 0 ? 'there are none' : `known are: ${[...known].sort().join(', ')}`;
}
