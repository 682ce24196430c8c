import type { Checked, Finding } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { checkComparisons, checkImageMaps } from './arrangements.ts';
import { type Contents, collectNotes } from './contents.ts';
import { unknownSlide } from './findings.ts';
import { loadMedia } from './media.ts';
import { mediaRequests } from './media-requests.ts';
import type { Talk } from './types.ts';

/** What the notes of a talk bring along, for the speaker's own window: nothing that is published has it. */
export interface SpeakerNotes {
  readonly contents: readonly Contents[];
  /** Pictures and recordings by their path relative to the talk; those that the slides have too among them. */
  readonly media: ReadonlyMap<string, Uint8Array>;
}

/** No notes: what every other deck is made with. */
export const NO_NOTES: Checked<SpeakerNotes> = { value: { contents: [], media: new Map() }, findings: [] };

/** What the speaker's notes and the private ones of a talk show. Findings: `unknown-slide`, and those of media and boxes of pictures. */
export function collectSpeakerNotes(host: Host, talk: Talk): Checked<SpeakerNotes> {
  const findings: Finding[] = [];
  const contents = talk.slides.map(collectNotes);
  const own = [...talk.slides.map((slide) => slide.contents), ...contents].flatMap(({ ids }) => ids);
  const targets = new Set([...talk.slides.map(({ id }) => id), ...own.map(({ name }) => name)]);
  for (const { href, span } of contents.flatMap(({ links }) => links)) {
    const isKnown = !href.startsWith('#') || targets.has(href.slice(1));
    if (!isKnown) findings.push(unknownSlide(span, href.slice(1), [...targets]));
  }
  const images = contents.flatMap((shown) => shown.images);
  const played = contents.flatMap(({ media }) => mediaRequests(media, findings));
  for (const { comparisons, imageMaps } of contents) {
    checkComparisons(comparisons, findings);
    checkImageMaps(imageMaps, findings);
  }
  const media = loadMedia(host, talk.paths.slides, [...images, ...played], findings);
  return { value: { contents, media }, findings };
}
