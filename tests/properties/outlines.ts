import fc from 'fast-check';
import type { Files } from './desk.ts';
import { type Part, Pen, type WrittenSlide } from './pen.ts';
import { slide } from './slides.ts';

/** A talk as it is written, and what must come of it. */
export interface WrittenTalk {
  readonly files: Files;
  readonly slides: readonly WrittenSlide[];
  readonly secrets: readonly string[];
  /** What the page shows outside of its slides, and the print does not. */
  readonly handouts: readonly string[];
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>';

/** Talks of all that the language has. */
export const talk: fc.Arbitrary<WrittenTalk> = fc.array(slide, { minLength: 1, maxLength: 3 }).map(writeTalk);

function writeTalk(slides: readonly Part[]): WrittenTalk {
  const pen = new Pen();
  pen.file('slides/00.md', (own) => {
    const title = own.word();
    const whole = slides.map((part) => part(own));
    return [`# ${title}`, ...whole].join('\n\n');
  });
  const files = { 'slides/talk.yaml': 'speaker: Ada Keeper\n', 'slides/media/a.svg': SVG, ...pen.files };
  return { files, slides: pen.slides, secrets: pen.secrets, handouts: pen.handouts };
}
