/** What may hold brackets that mean nothing: what is escaped, code, tags and addresses in angle brackets. */
const PIECE = /\\[\s\S]|`+|<[a-z/!?][^<>]*>|[[\]]/gi;

/** The place of the bracket that closes each `[` of a line of text, by the place of that. */
export type Brackets = ReadonlyMap<number, number>;

/** Pairs the brackets of a text, in one walk over it; those without their other half are in no pair. */
export function pairBrackets(text: string): Brackets {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  const endOfCode = codeEnds(text);
  PIECE.lastIndex = 0;
  for (let match = PIECE.exec(text); match !== null; match = PIECE.exec(text)) {
    const [piece] = match;
    if (piece === '[') open.push(match.index);
    else if (piece === ']') {
      const opening = open.pop();
      if (opening !== undefined) pairs.set(opening, match.index);
    } else if (piece.startsWith('`')) PIECE.lastIndex = endOfCode(match.index, piece.length);
  }
  return pairs;
}

/** Where code ends that begins with a run of backticks: after the next run of the same length, or after its own. */
function codeEnds(text: string): (start: number, length: number) => number {
  const runs = new Map<number, number[]>();
  for (const { 0: run, index } of text.includes('`') ? text.matchAll(/`+/g) : []) {
    const same = runs.get(run.length) ?? [];
    same.push(index);
    runs.set(run.length, same);
  }
  for (const same of runs.values()) same.reverse();
  return (start, length) => {
    const same = runs.get(length) ?? [];
    while (same.length > 0 && (same.at(-1) ?? 0) <= start) same.pop();
    return (same.at(-1) ?? start) + length;
  };
}
