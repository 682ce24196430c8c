import { SPEAKER_MARK } from '../deck/page.ts';
import { Stop } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { foreignPage, otherDeck } from './findings.ts';

/** Whom a page at a place is for; `null` for no page, 'foreign' for one that Rostrum did not make. */
type PageKind = 'audience' | 'speaker' | 'foreign' | null;

const GENERATOR = /<meta name="generator" content="Rostrum [^"]*">/;

/**
 * Makes sure that a deck can be built in a folder: a page that something else made is not overwritten, and the
 * speaker's deck never comes to stand where an audience's is published, nor the other way round: in the folder itself,
 * above it, or right below it. Throws `Stop` (`foreign-page`, `other-deck`).
 */
export function refuseOtherPages(host: Host, folder: string, isForSpeaker: boolean): void {
  const pages = [host.resolve(folder, 'index.html'), host.resolve(folder, 'speaker.html')];
  for (const page of isForSpeaker ? pages : pages.slice(0, 1)) refuseForeignPage(host, page);
  const others = [...pages, ...(isForSpeaker ? pagesAbove(host, folder) : pagesBelow(host, folder))];
  const kind = isForSpeaker ? 'audience' : 'speaker';
  const found = others.find((page) => kindOfPage(host, page) === kind);
  if (found !== undefined) throw new Stop([otherDeck(host.display(found), isForSpeaker)]);
}

/** A page that something else made is not overwritten. Throws `Stop` (`foreign-page`). */
export function refuseForeignPage(host: Host, page: string): void {
  if (kindOfPage(host, page) === 'foreign') throw new Stop([foreignPage(host.display(page))]);
}

function pagesAbove(host: Host, folder: string): readonly string[] {
  const above = host.resolve(folder, '..');
  return above === folder ? [] : [host.resolve(above, 'index.html'), ...pagesAbove(host, above)];
}

function pagesBelow(host: Host, folder: string): readonly string[] {
  if (host.kindOf(folder) !== 'folder') return [];
  return host.list(folder).map((name) => host.resolve(folder, name, 'speaker.html'));
}

function kindOfPage(host: Host, page: string): PageKind {
  if (host.kindOf(page) !== 'file') return null;
  const beginning = new TextDecoder().decode((host.readBytes(page) ?? new Uint8Array()).subarray(0, 8192));
  const [generator] = GENERATOR.exec(beginning) ?? [];
  if (generator === undefined) return 'foreign';
  return generator.includes(`${SPEAKER_MARK}"`) ? 'speaker' : 'audience';
}
