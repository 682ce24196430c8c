import { carriedOtherwise, notCarried } from '../findings.ts';
import { readHtmlAttributes } from '../html-attributes.ts';
import { findOutsideCode, maskCode } from '../mask.ts';
import { type Edit, editTraced, isBlankText, originAt, sliceTraced, type TracedText } from '../traced.ts';
import type { DeckFields, DeckSlide, ForeignAttribute, Migration, ReadDeck } from '../types.ts';
import { carryLineNumbers } from './code-lines.ts';

/** reveal.js's comment that gives attributes to a slide. */
const SLIDE = /[ \t]*<!--\s*\.slide:([\s\S]*?)-->/g;
/** As reveal-md cuts; two or four dashes on a line go down instead of on. */
const SEPARATOR = /\n---[ \t]*(?:\n|$)/g;
const VERTICAL = /\n-{2}(?:-{2})?[ \t]*(?:\n|$)/g;
const OTHER_RULERS = /\n(?:\*{3,}|_{3,})[ \t]*(?:\n|$)/g;
const NOTES = /^\s*notes?:/im;

interface Separators {
  readonly slide: RegExp;
  readonly vertical: RegExp;
  readonly notes: RegExp;
}
interface Cut {
  readonly start: number;
  readonly end: number;
  readonly isVertical: boolean;
}

/**
 * The slides of a deck for reveal.js's Markdown, as reveal-md and its own plugin read it: separators between slides,
 * those of its front matter among them, `Note:`, and comments with attributes. Slides that go down follow one another.
 */
export function readReveal(deck: TracedText, fields: DeckFields, migration: Migration): ReadDeck {
  const text = editTraced(deck, [{ start: 0, end: 0, text: '\n' }]);
  const separators = separatorsOf(text, fields, migration);
  const cuts = cutsOf(text.text, separators);
  if (cuts.some(({ isVertical }) => isVertical)) {
    const first = cuts.find(({ isVertical }) => isVertical);
    const how = 'follow one another in the talk, which has one direction';
    migration.findings.push(carriedOtherwise(originAt(text, (first?.start ?? 0) + 1), 'slides below one another', how));
  }
  const starts = [0, ...cuts.map(({ end }) => end)];
  let across = -1;
  let down = 0;
  const slides = starts.map((start, index): DeckSlide => {
    const before = cuts[index - 1];
    across += before?.isVertical ? 0 : 1;
    down = before?.isVertical ? down + 1 : 0;
    const part = sliceTraced(text, start, cuts[index]?.start ?? text.text.length);
    return readSlide(part, separators.notes, down === 0 ? [`/${across}`, `/${across}/0`] : [`/${across}/${down}`]);
  });
  return { slides, fields };
}

function readSlide(part: TracedText, notePattern: RegExp, addresses: readonly string[]): DeckSlide {
  const attributes: ForeignAttribute[] = [];
  const comments = findOutsideCode(part.text, SLIDE, '-->');
  for (const match of comments)
    attributes.push(...readHtmlAttributes(match[1] ?? '', originAt(part, match.index + match[0].indexOf('<'))));
  const bare = editTraced(
    part,
    comments.map(({ index, 0: whole }): Edit => ({ start: index, end: index + whole.length, text: '' })),
  );
  const found = [...maskCode(bare.text).matchAll(new RegExp(notePattern.source, 'gim'))];
  // More than one, and reveal.js shows them all as text.
  const note = found.length === 1 ? found[0] : undefined;
  const notes = note ? sliceTraced(bare, note.index + note[0].length, bare.text.length) : null;
  const shown = note ? sliceTraced(bare, 0, note.index) : bare;
  return {
    text: carryLineNumbers(escapeNotes(shown)),
    notes: notes && !isBlankText(notes) ? [notes] : [],
    attributes,
    addresses,
    opens: null,
  };
}

/** A line that would begin notes in an outline, and is text here. */
function escapeNotes(text: TracedText): TracedText {
  const edits = findOutsideCode(text.text, /^ {0,3}notes?(?=:)/gim).map(({ index, 0: whole }): Edit => {
    const colon = index + whole.length;
    return { start: colon, end: colon, text: '\\' };
  });
  return editTraced(text, edits);
}

function cutsOf(text: string, { slide, vertical }: Separators): readonly Cut[] {
  const masked = maskCode(text);
  const found = [slide, vertical].flatMap((pattern, index) =>
    matchesOf(masked, pattern).map(({ start, end }): Cut => ({ start, end, isVertical: index === 1 })),
  );
  const cuts: Cut[] = [];
  for (const cut of found.toSorted(
    (one, other) => one.start - other.start || Number(one.isVertical) - Number(other.isVertical),
  )) {
    if (cut.start >= (cuts.at(-1)?.end ?? 0)) cuts.push(cut);
  }
  return cuts;
}

/** Matches of a separator; the line end that one takes may begin the next. */
function matchesOf(text: string, pattern: RegExp): readonly { readonly start: number; readonly end: number }[] {
  const matches: { start: number; end: number }[] = [];
  const search = new RegExp(pattern.source, 'gm');
  for (let match = search.exec(text); match !== null; match = search.exec(text)) {
    const end = match.index + match[0].length;
    const kept = match[0].endsWith('\n') && match[0].length > 1 ? 1 : 0;
    matches.push({ start: match.index, end: end - kept });
    search.lastIndex = Math.max(end - kept, match.index + 1);
  }
  return matches;
}

function separatorsOf({ text }: TracedText, { fields, places }: DeckFields, { findings }: Migration): Separators {
  const own = (name: string): RegExp | null => {
    const written = fields[name];
    if (typeof written !== 'string' || written === '') return null;
    try {
      return new RegExp(written.replaceAll('\\r?\\n', '\\n'), 'gm');
    } catch {
      const span = places.get(name);
      if (span) findings.push(notCarried(span, `the separator "${written}", which is no regular expression,`));
      return null;
    }
  };
  const masked = maskCode(text);
  const usual = masked.search(SEPARATOR) === -1 && masked.search(OTHER_RULERS) !== -1 ? OTHER_RULERS : SEPARATOR;
  const slide = own('separator');
  return {
    slide: slide ?? usual,
    // Two dashes are a separator only where nobody says what is one.
    vertical: own('verticalSeparator') ?? (slide ? /(?!)/g : VERTICAL),
    notes: own('notesSeparator') ?? NOTES,
  };
}
