import { plainText } from '../markdown/render.ts';
import type { Attribute } from '../markdown/tree.ts';
import { idOf } from '../outline/layout.ts';
import type { Slide } from '../outline/types.ts';
import type { Finding } from '../text/finding.ts';
import type { Span } from '../text/source.ts';
import { duplicateId, invalidId } from './findings.ts';

/**
 * The id of each slide, in order, each once: the one it is given, else its heading in lower case with dashes, else
 * `slide-` and its number; with `-2`, `-3` ... where a made one is taken. `written` are all ids of the talk. Findings: `duplicate-id`, `invalid-id`.
 */
export function nameSlides(
  slides: readonly Slide[],
  written: readonly Attribute[],
  findings: Finding[],
): readonly string[] {
  const given = givenIds(written, findings);
  const taken = new Set(given.keys());
  const last = new Map<string, number>();
  return slides.map((slide, index) => {
    const own = idOf(slide.attributes);
    return own ? own.name : takeUnused(madeId(slide, index + 1), taken, last);
  });
}

function givenIds(written: readonly Attribute[], findings: Finding[]): ReadonlyMap<string, Span> {
  const given = new Map<string, Span>();
  for (const own of written) {
    const first = given.get(own.name);
    if (first) findings.push(duplicateId(own.span, own.name, first));
    else given.set(own.name, own.span);
    // reveal.js takes "#/7" for the place 7 and "/" for a division of the address.
    if (/^\d+$/.test(own.name) || own.name.includes('/')) findings.push(invalidId(own.span, own.name));
  }
  return given;
}

function madeId(slide: Slide, number: number): string {
  const words = slide.heading ? slug(plainText(slide.heading.children)) : '';
  if (words === '') return `slide-${number}`;
  return /^\d+$/.test(words) ? `slide-${words}` : words;
}

/** Letters and digits of any script, lower case, with single dashes between words. */
function slug(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** The id, or the id with the first number that is free; `last` has the number that each id was given last. */
function takeUnused(id: string, taken: Set<string>, last: Map<string, number>): string {
  let count = last.get(id) ?? 1;
  let unused = id;
  while (taken.has(unused)) {
    count += 1;
    unused = `${id}-${count}`;
  }
  last.set(id, count);
  taken.add(unused);
  return unused;
}
