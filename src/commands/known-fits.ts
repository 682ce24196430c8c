import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { writeWhole } from '../io/write.ts';
import type { SlideFit } from '../print/fit-slides.ts';
import type { Host } from '../text/host.ts';

/** The fits of slides that were measured before, by what the slides are. */
export type KnownFits = ReadonlyMap<string, SlideFit>;

const fitsSchema = v.record(
  v.string(),
  v.strictObject({
    step: v.number(),
    lost: v.string(),
    smallest: v.strictObject({ sizePx: v.number(), words: v.string(), isInDrawing: v.boolean() }),
  }),
);
/** Slides that were measured and are in the talk no more: as many are kept, because they come back when a change is undone. */
const MOST_OTHERS = 2000;

/** What a text is, in a few characters. */
export function keyOf(...texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length} `).update(text);
  return hash.digest('hex').slice(0, 20);
}

/** The fits that were kept under a name; none when they cannot be read, since they can always be measured again. */
export function readFits(host: Host, name: string): KnownFits {
  try {
    const bytes = host.readBytes(fitsPlace(host, name));
    if (bytes === null) return new Map();
    return new Map(Object.entries(v.parse(fitsSchema, JSON.parse(new TextDecoder().decode(bytes)))));
  } catch {
    return new Map();
  }
}

/**
 * Keeps fits under a name: those of the slides with these keys, and the last of the others. Where that cannot be done, as on a disk
 * that is full, they are measured again next time.
 */
export async function keepFits(host: Host, name: string, fits: KnownFits, used: ReadonlySet<string>): Promise<void> {
  const others = [...fits].filter(([key]) => !used.has(key)).slice(-MOST_OTHERS);
  const kept = [...others, ...[...fits].filter(([key]) => used.has(key))];
  const bytes = new TextEncoder().encode(JSON.stringify(Object.fromEntries(kept)));
  await writeWhole(fitsPlace(host, name), bytes).catch(() => {});
}

function fitsPlace(host: Host, name: string): string {
  return host.resolve(cacheFolder(host), 'rostrum', 'fits', `${name}.json`);
}

/** The folder for what can be made again; a relative XDG_CACHE_HOME counts for nothing, as its specification says. */
function cacheFolder({ platform, environment, home, resolve }: Host): string {
  if (platform === 'win32') return environment.LOCALAPPDATA || resolve(home, 'AppData', 'Local');
  if (platform === 'darwin') return resolve(home, 'Library', 'Caches');
  const named = environment.XDG_CACHE_HOME ?? '';
  return named.startsWith('/') ? named : resolve(home, '.cache');
}
