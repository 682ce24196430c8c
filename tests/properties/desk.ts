import { prepareTalk } from '../../src/commands/prepare.ts';
import { renderDeck } from '../../src/deck/deck.ts';
import { renderSlides } from '../../src/deck/slide-pages.ts';
import { drawSlides } from '../../src/deck/slides.ts';
import { createDiskHost } from '../../src/io/disk.ts';
import type { Finding } from '../../src/text/finding.ts';
import { Stop } from '../../src/text/finding.ts';
import type { Host } from '../../src/text/host.ts';
import { CLIENT } from '../deck/drawn.ts';
import { createMemoryHost } from '../memory-host.ts';

export type Files = Readonly<Record<string, string>>;

const FOLDER = '/desk';

/** What the built-in themes and fonts are read from; each file once, because every run asks for the same. */
const disk = createDiskHost({ folder: FOLDER, environment: {}, platform: 'linux', isRoot: false, home: '/' });
const bytesOnDisk = new Map<string, Uint8Array | null>();

function readOnce(path: string): Uint8Array | null {
  const known = bytesOnDisk.get(path);
  if (known !== undefined) return known;
  const bytes = disk.readBytes(path);
  bytesOnDisk.set(path, bytes);
  return bytes;
}

/** A host whose talk is in memory, by paths from its folder, and whose themes are those that come with Rostrum. */
function hostOf(files: Files): Host {
  const memory = createMemoryHost(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`${FOLDER}/${path}`, text])),
  );
  const isOwn = (path: string): boolean => path === FOLDER || path.startsWith(`${FOLDER}/`);
  return {
    ...memory,
    readBytes: (path) => (isOwn(path) ? memory.readBytes(path) : readOnce(path)),
    kindOf: (path) => (isOwn(path) ? memory : disk).kindOf(path),
    list: (path) => (isOwn(path) ? memory : disk).list(path),
    packageFolder: (name, from) => (isOwn(from) ? null : disk.packageFolder(name, from)),
  };
}

/** A talk as it is published: each slide as HTML, and the page of the deck and the one to print. */
export interface Published {
  readonly kind: 'deck';
  readonly slides: readonly string[];
  readonly page: string;
  readonly print: string;
  readonly findings: readonly Finding[];
}
/** A talk that was refused, and why. */
export interface Refused {
  readonly kind: 'refused';
  readonly findings: readonly Finding[];
}

/** Takes a talk through the whole line, in memory. Throws whatever is thrown that is no `Stop`. */
export async function publish(files: Files): Promise<Published | Refused> {
  const host = hostOf(files);
  try {
    const prepared = await prepareTalk(
      { host, version: '0', lap: () => {}, say: () => {}, progress: () => {} },
      { talk: '.' },
    );
    const { talk, view, templates, packed } = prepared;
    const facts = { ...talk, picture: packed.addresses.get(talk.picture) ?? '', version: '0' };
    const deck = renderDeck(host, prepared, CLIENT, facts);
    return {
      kind: 'deck',
      slides: drawSlides(view, templates).map(({ html }) => html),
      page: new TextDecoder().decode(deck.value.files.get('index.html')),
      print: renderSlides(host, prepared).value.parts.join(''),
      findings: [...prepared.findings, ...deck.findings],
    };
  } catch (error) {
    if (error instanceof Stop) return { kind: 'refused', findings: error.findings };
    throw error;
  }
}
