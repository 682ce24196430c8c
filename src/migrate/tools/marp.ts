import type { Block, ListItem } from '../../markdown/tree.ts';
import { readAnyFields } from '../../text/fields.ts';
import { spanOf } from '../../text/source.ts';
import { attachWords } from '../attach.ts';
import { notCarried } from '../findings.ts';
import { findOutsideCode } from '../mask.ts';
import { metBlocks, parsePart } from '../part.ts';
import { type Edit, editTraced, isBlankText, joinTraced, originAt, sliceTraced, type TracedText } from '../traced.ts';
import type { DeckFields, DeckSlide, ForeignAttribute, Migration, ReadDeck } from '../types.ts';
import { carryMarpBackgrounds } from './marp-backgrounds.ts';
import {
  carryDirectives,
  type Directives,
  isDirective,
  LOCAL_DIRECTIVES,
  reportDirectives,
} from './marp-directives.ts';

const COMMENT = /<!--+([\s\S]*?)--+>/g;
/** Comments for other programs. */
const MAGIC =
  /^(?:prettier-ignore(?:-(?:start|end))?|markdownlint-(?:(?:disable|enable)[\s\S]*|capture|restore)|lint (?:disable|enable|ignore)[\s\S]*)$/;

/**
 * The slides of a deck for Marp: cut at rulers and, with `headingDivider`, at headings; directives in front matter and
 * comments, other comments as notes, `![bg]`, and lists with `*` or `1)` whose items come one by one.
 */
export function readMarp(deck: TracedText, fields: DeckFields, migration: Migration): ReadDeck {
  const { text, comments } = readComments(deck);
  const levels = dividersOf(fields, comments);
  const parts = cutAt(text, levels);
  let inherited: Directives = new Map(localEntries(fields));
  const slides = parts.map(({ start, end }, index): DeckSlide => {
    const own = comments.filter((comment) => comment.at >= start && (comment.at < end || index === parts.length - 1));
    const local = own.flatMap(({ directives }) => directives);
    inherited = new Map([...inherited, ...local.filter(([name]) => !name.startsWith('_'))]);
    const first = index === 0 ? [...localEntries(fields), ...spotEntries(fields)] : [];
    const spot = [...first, ...local].filter(([name]) => name.startsWith('_'));
    const directives = new Map([...inherited, ...spot.map(([name, value]) => [name.slice(1), value] as const)]);
    const kept = reportDirectives(
      [...first, ...local].map(([, attribute]) => attribute),
      migration,
    );
    const part = joinTraced([...kept, sliceTraced(text, start, end)], '\n\n') ?? text;
    const { text: body, attributes } = carryMarpBackgrounds(carryStarLists(withoutFit(part, migration)), migration);
    const notes = own.flatMap(({ note }) => (note ? [note] : []));
    const carried: readonly ForeignAttribute[] = [...carryDirectives(directives), ...attributes];
    return { text: body, notes, attributes: carried, addresses: [String(index + 1)], opens: null };
  });
  return { slides, fields: withGlobals(fields, comments) };
}

/** The fields of the deck, with the directives for all of it that comments give. */
function withGlobals({ fields, places }: DeckFields, comments: readonly ReadComment[]): DeckFields {
  const said = comments
    .flatMap(({ directives }) => directives)
    .filter(([name]) => !LOCAL_DIRECTIVES.includes(name.replace(/^_/, '')));
  return {
    fields: { ...fields, ...Object.fromEntries(said.map(([name, { value }]) => [name, value])) },
    places: new Map([...places, ...said.map(([name, { origin }]) => [name, origin] as const)]),
  };
}

interface ReadComment {
  readonly at: number;
  readonly directives: readonly (readonly [string, ForeignAttribute])[];
  readonly note: TracedText | null;
}

/** The deck without its comments, and what these say, each at its place in that deck. */
function readComments(deck: TracedText): { readonly text: TracedText; readonly comments: readonly ReadComment[] } {
  const edits: Edit[] = [];
  const comments: ReadComment[] = [];
  let removed = 0;
  for (const match of findOutsideCode(deck.text, COMMENT, '-->')) {
    const content = (match[1] ?? '').trim();
    if (content === 'fit') continue;
    const start = match.index;
    edits.push({ start, end: start + match[0].length, text: '' });
    const at = start - removed;
    removed += match[0].length;
    if (MAGIC.test(content) || content === '') continue;
    const from = start + match[0].indexOf(content);
    const written = deck.text.slice(from, from + content.length);
    const directives = readDirectives(written.replaceAll('\\', ''), originAt(deck, start));
    const note = directives.length === 0 ? sliceTraced(deck, from, from + content.length) : null;
    comments.push({ at, directives, note });
  }
  return { text: editTraced(deck, edits), comments };
}

/** The directives that a comment gives: those of a comment that is none are none. */
function readDirectives(content: string, origin: ForeignAttribute['origin']): ReadComment['directives'] {
  const source = { path: '', text: content };
  const fields = readAnyFields(source, 0, content.length).value?.fields ?? {};
  if (!Object.keys(fields).some(isDirective)) return [];
  return Object.entries(fields).map(([name, value]) => [name, { name, value: wordsOf(value), origin }] as const);
}

function wordsOf(value: unknown): string {
  return Array.isArray(value) ? value.map(String).join(' ') : String(value ?? '');
}

function localEntries({ fields, places }: DeckFields): readonly (readonly [string, ForeignAttribute])[] {
  return entriesOf(fields, places).filter(([name]) => LOCAL_DIRECTIVES.includes(name));
}

function spotEntries({ fields, places }: DeckFields): readonly (readonly [string, ForeignAttribute])[] {
  return entriesOf(fields, places).filter(([name]) => name.startsWith('_'));
}

function entriesOf(
  fields: DeckFields['fields'],
  places: DeckFields['places'],
): readonly (readonly [string, ForeignAttribute])[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const origin = places.get(name);
    return origin
      ? [[name, { name, value: wordsOf(value), origin: spanOf(origin.source, origin.start) }] as const]
      : [];
  });
}

/** The levels of headings that open slides. */
function dividersOf({ fields }: DeckFields, comments: readonly ReadComment[]): readonly number[] {
  const said = comments
    .flatMap(({ directives }) => directives)
    .findLast(([name]) => name === 'headingDivider')?.[1].value;
  const written = said ?? fields.headingDivider;
  const numbers = (Array.isArray(written) ? written.map(String) : String(written ?? '').split(/[\s,[\]]+/))
    .map(Number)
    .filter((level) => level >= 1 && level <= 6);
  const isList = Array.isArray(written) || numbers.length > 1 || String(written ?? '').includes('[');
  const [level] = numbers;
  return isList || level === undefined ? numbers : Array.from({ length: level }, (_, index) => index + 1);
}

/** Where slides begin and end: rulers stand between them, headings begin one. */
function cutAt(
  text: TracedText,
  levels: readonly number[],
): readonly { readonly start: number; readonly end: number }[] {
  const blocks = parsePart(text);
  const parts: { start: number; end: number }[] = [];
  let start = 0;
  for (const block of blocks) {
    if (block.kind === 'ruler') {
      parts.push({ start, end: block.span.start });
      start = block.span.end;
    } else if (block.kind === 'heading' && levels.includes(block.depth)) {
      const isFirst = isBlankText(sliceTraced(text, start, block.span.start));
      if (!isFirst) parts.push({ start, end: block.span.start });
      if (!isFirst) start = block.span.start;
    }
  }
  return [...parts, { start, end: text.text.length }];
}

/** `*` and `1)` begin items that come one by one. */
function carryStarLists(part: TracedText): TracedText {
  const edits = metBlocks(parsePart(part)).flatMap(({ node, parents }): readonly Edit[] => {
    if (node.kind !== 'list-item' || !isStepping(part.text, node)) return [];
    return attachWords(part.text, node, parents, ['.step']) ?? [];
  });
  return editTraced(part, edits);
}

function isStepping(text: string, item: ListItem | Block): boolean {
  return /^\s*(?:\*|\d+\))/.test(text.slice(item.span.start, item.span.start + 16));
}

/** `<!-- fit -->` makes a heading as wide as its slide. */
function withoutFit(part: TracedText, { findings }: Migration): TracedText {
  const matches = findOutsideCode(part.text, /[ \t]*<!--\s*fit\s*-->/g);
  for (const { index } of matches) findings.push(notCarried(originAt(part, index), '"fit" of a heading'));
  return editTraced(
    part,
    matches.map(({ index, 0: whole }) => ({ start: index, end: index + whole.length, text: '' })),
  );
}
