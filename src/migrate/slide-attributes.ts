import { isPictureOrVideo } from '../text/file-kinds.ts';
import { carriedOtherwise, notCarried } from './findings.ts';
import { type TracedText, tracedTo } from './traced.ts';
import type { CarriedPicture, ForeignAttribute, Migration } from './types.ts';

/** What a slide of the talk says of itself. */
export interface SlideWords {
  /** `#id`, `.hidden`, `background=...`, in this order. */
  readonly words: readonly string[];
  readonly notes: readonly TracedText[];
}

/** Classes that say what a talk does anyway. */
const NEEDLESS_CLASSES = new Set(['unnumbered', 'unlisted', 'slide', 'level1', 'level2', 'level3', 'title-slide']);
const NEEDLESS_NAMES = new Set(['markdown', 'separator', 'separator-vertical', 'charset']);
const BACKGROUNDS = /^background(?:-(?:color|image|video))?$/;

/** What reveal.js, Pandoc and Quarto say of a slide, in the words of an outline. Findings: `not-carried`, `carried-otherwise`. */
export function carrySlideAttributes(attributes: readonly ForeignAttribute[], migration: Migration): SlideWords {
  const words: string[] = [];
  const notes: TracedText[] = [];
  for (const { name: written, value, origin } of attributes) {
    const name = written.replace(/^data-/, '');
    if (name === 'id') words.push(...idWords(value, origin, migration));
    else if (name === 'class') words.push(...classWords(value, origin, migration));
    else if (BACKGROUNDS.test(name)) words.push(...backgroundWords(name, value, origin, migration));
    else if (name === 'tone' && written === name) words.push(`tone=${value}`);
    else if (name === 'visibility' && value === 'hidden') words.push('.hidden');
    else if (name === 'notes') notes.push(tracedTo(origin, value));
    else if ((name === 'lang' || name === 'dir') && /^[\w-]+$/.test(value)) words.push(`${name}=${value}`);
    else if (!NEEDLESS_NAMES.has(name)) migration.findings.push(notCarried(origin, describe(written, value)));
  }
  return { words: inOrder(words), notes };
}

function describe(name: string, value: string): string {
  return value === '' ? `"${name}"` : `${name}="${value}"`;
}

function inOrder(words: readonly string[]): readonly string[] {
  const rank = (word: string): number => (word.startsWith('#') ? 0 : word.startsWith('.') ? 1 : 2);
  const seen = new Map(words.map((word) => [word.startsWith('#') ? '#' : word.replace(/=.*/s, '='), word]));
  return [...seen.values()].toSorted((one, other) => rank(one) - rank(other));
}

function idWords(id: string, origin: ForeignAttribute['origin'], { findings }: Migration): readonly string[] {
  if (/^[^\s{}#=."'/]+$/.test(id) && !/^\d+$/.test(id)) return [`#${id}`];
  const other = id.replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-').replace(/^-+|-+$/g, '');
  const carried = /^\d*$/.test(other) ? `slide-${other}` : other;
  findings.push(carriedOtherwise(origin, `the id "${id}"`, `is "${carried}" in the talk`));
  return [`#${carried}`];
}

function classWords(value: string, origin: ForeignAttribute['origin'], { findings }: Migration): readonly string[] {
  const names = value.split(/\s+/).filter((name) => name !== '' && !NEEDLESS_CLASSES.has(name));
  const others = names.filter((name) => name !== 'hidden');
  findings.push(...others.map((name) => notCarried(origin, `the class "${name}" of a slide`)));
  return names.includes('hidden') ? ['.hidden'] : [];
}

function backgroundWords(
  name: string,
  value: string,
  origin: ForeignAttribute['origin'],
  { findings, carryPicture }: Migration,
): readonly string[] {
  if (name === 'background-color' || (name === 'background' && !isPictureOrVideo(value))) {
    return [`background=${quoted(value)}`];
  }
  const carried = carryPicture(value);
  if (carried.kind === 'carried') return [`background=${quoted(carried.path)}`];
  findings.push(notCarried(origin, `the background "${value}", which ${WHY_NOT[carried.kind]},`));
  return [];
}

/** Why a picture is not in the talk. */
export const WHY_NOT: Readonly<Record<Exclude<CarriedPicture['kind'], 'carried'>, string>> = {
  remote: 'is not a file but an address',
  missing: 'is not there',
  outside: 'is outside the folder of the deck',
  unknown: 'is of no type that a slide shows',
  large: 'is too large',
};

/** A value as an attribute list takes it. */
export function quoted(value: string): string {
  return /^[^\s"'{}]+$/.test(value) ? value : `"${value.replaceAll('"', '')}"`;
}
