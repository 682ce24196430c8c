/** The clock of every drawing stands here: the same text gives the same drawing on every day. */
const NOW = Date.UTC(2000, 0, 1);
const FIRST_SEED = 65;

let seed = FIRST_SEED;

/** Lets chance begin anew, so that no drawing depends on those before it. */
export function startAnew(): void {
  seed = FIRST_SEED;
}

/** Mulberry32: as good as chance for the places of nodes, and the same every time. */
function nextNumber(): number {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}

// mermaid and what it stands on ask both of these when they are loaded: this module comes before them.
Math.random = nextNumber;
globalThis.Date = new Proxy(Date, {
  apply: () => new Date(NOW).toString(),
  construct: (target, parts, made) => Reflect.construct(target, parts.length === 0 ? [NOW] : parts, made),
  get: (target, name) => (name === 'now' ? () => NOW : Reflect.get(target, name)),
});
