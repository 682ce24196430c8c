import type { Attribute } from '../markdown/tree.ts';
import { unknownAttribute } from '../outline/findings.ts';
import type { Finding } from '../text/finding.ts';
import type { OwnedPair, PairOwner } from './contents.ts';
import { invalidDataId, invalidDirection, invalidWidth, reservedClass } from './findings.ts';

/** What may be written as `key=value` on any block, item or passage. */
const COMMON_KEYS = ['lang', 'dir', 'step', 'data-id'];
/** What some kinds of block take beside it. */
const OWN_KEYS: Readonly<Record<PairOwner, readonly string[]>> = {
  part: [],
  figure: ['width', 'credit'],
  code: ['start', 'src', 'lines', 'alt'],
  diagram: ['src', 'alt'],
  chart: ['type', 'src', 'title', 'mark', 'credit'],
  column: ['width'],
  details: ['summary'],
  countdown: ['time'],
  media: ['poster', 'captions', 'width', 'credit'],
  point: ['at'],
};
const DATA_ID = /^[A-Za-z0-9-]+$/;
const WIDTH = /^(?:100|[1-9]\d?)(?:\.\d{1,2})?%$/;

/** Classes by which reveal.js and the deck know what they have made themselves. */
const RESERVED =
  /^(?:(?:current-)?fragments?|visible|past|present|future|stack|slides?|slide-background|backgrounds|reveal(?:-viewport)?|overview|r-[a-z-]+|step-(?:end|lines)|page)$/;

/** Whether a class means something to the deck itself. */
export function isReservedClass(name: string): boolean {
  return RESERVED.test(name);
}

/** The classes that mean something to the deck itself. Finding: `reserved-class`. */
export function checkClasses(classes: readonly Attribute[], findings: Finding[]): void {
  for (const { name, span } of classes) if (isReservedClass(name)) findings.push(reservedClass(span, name));
}

/** The attributes that what they stand on does not have, or not so. Findings: `unknown-attribute`, `invalid-width`, `invalid-direction`, `invalid-data-id`. */
export function checkAttributes(pairs: readonly OwnedPair[], findings: Finding[]): void {
  for (const { owner, pair } of pairs) {
    const known = [...COMMON_KEYS, ...OWN_KEYS[owner]];
    if (!known.includes(pair.name)) findings.push(unknownAttribute(pair.span, nameOf(owner), pair.name, known));
    else if (pair.name === 'width' && !WIDTH.test(pair.value)) findings.push(invalidWidth(pair.span, pair.value));
    else if (pair.name === 'data-id' && !DATA_ID.test(pair.value)) findings.push(invalidDataId(pair.span, pair.value));
    else if (pair.name === 'dir' && !/^(?:ltr|rtl)$/.test(pair.value)) {
      findings.push(invalidDirection(pair.span, pair.value));
    }
  }
}

const NAMES: Partial<Readonly<Record<PairOwner, string>>> = {
  part: 'what stands on a slide',
  code: 'a block of code',
  media: 'a video or recording',
  point: 'a point of an image map',
  details: 'an answer that opens',
};

function nameOf(owner: PairOwner): string {
  return NAMES[owner] ?? `a ${owner}`;
}
