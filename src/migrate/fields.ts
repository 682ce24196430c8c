import { carriedOtherwise, notCarried } from './findings.ts';
import { LOCAL_DIRECTIVES } from './tools/marp-directives.ts';
import { authorsOf, dayOf, formatOptions, isChangingDate, wordsOf } from './tools/pandoc-fields.ts';
import type { DeckFields, Migration, Tool } from './types.ts';

/** Fields of `talk.yaml`, in the order in which they are written. */
export type TalkFields = ReadonlyMap<string, string>;

const PANDOC_FIELDS = [
  'slide-level',
  'incremental',
  'author',
  'institute',
  'format',
  'output',
  'embed-resources',
  'self-contained',
];
/** Fields that have said what they had to say when the slides were read, or that mean what a talk does anyway. */
const USED: Readonly<Record<Tool, readonly string[]>> = {
  reveal: ['separator', 'verticalSeparator', 'notesSeparator'],
  marp: ['marp', 'headingDivider', 'math', ...LOCAL_DIRECTIVES, ...LOCAL_DIRECTIVES.map((name) => `_${name}`)],
  pandoc: PANDOC_FIELDS,
  quarto: [...PANDOC_FIELDS, 'engine', 'jupyter'],
};
/** Options of `format: revealjs` of which the same holds. */
const USED_OPTIONS = [
  'incremental',
  'slide-level',
  'slide-number',
  'embed-resources',
  'self-contained',
  'output-file',
  'hash',
  'history',
];

/** What a deck says of itself, as fields of a talk. Findings: `not-carried`, `carried-otherwise`. */
export function carryFields(deck: DeckFields, title: string, migration: Migration): TalkFields {
  const { fields } = deck;
  const word = (...names: readonly string[]): string => names.flatMap((name) => wordsOf(fields[name]))[0] ?? '';
  const talk = new Map<string, string>();
  const set = (name: string, value: string): void => {
    if (value !== '') talk.set(name, value.replace(/\s+/g, ' '));
  };
  set('title', word('title') || title);
  set('subtitle', word('subtitle'));
  set('speaker', authorsOf(fields.author).join(', '));
  set('date', dayOf(word('date')));
  set('lang', languageOf(word('lang')));
  set('description', word('description'));
  const address = word('url');
  set('address', /^https?:\/\//.test(address) && URL.canParse(address) ? address : '');
  set('picture', pictureOf(word('image'), migration));
  reportOthers(deck, talk, migration);
  return talk;
}

function languageOf(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag).length === 1 ? tag : '';
  } catch {
    return '';
  }
}

function pictureOf(src: string, { carryPicture }: Migration): string {
  const carried = src === '' ? null : carryPicture(src);
  return carried?.kind === 'carried' ? carried.path : '';
}

const HINTS: Readonly<Record<string, string>> = {
  theme: 'choose a theme in talk.yaml: "rostrum theme list" has them',
  date: 'write a day into talk.yaml, as in "date: 2026-03-19": the same talk is the same on every day',
};
const CARRIED: Readonly<Record<string, string>> = {
  title: 'title',
  subtitle: 'subtitle',
  author: 'speaker',
  date: 'date',
  lang: 'lang',
  description: 'description',
  url: 'address',
  image: 'picture',
};

function reportOthers(deck: DeckFields, talk: TalkFields, migration: Migration): void {
  const { findings, tool } = migration;
  for (const [name, value] of Object.entries(deck.fields)) {
    const place = deck.places.get(name);
    if (!place || USED[tool].includes(name) || value === '' || value === false) continue;
    const target = CARRIED[name];
    if (target !== undefined && talk.has(target)) continue;
    const isOnTitle = name === 'date' && (tool === 'pandoc' || tool === 'quarto') && !isChangingDate(String(value));
    if (isOnTitle)
      findings.push(
        carriedOtherwise(
          place,
          `the date "${String(value)}"`,
          'is no day of the calendar, so it is text on the title slide',
        ),
      );
    else findings.push(notCarried(place, `"${name}: ${shortened(value)}"`, HINTS[name]));
  }
  const format = deck.places.get('format') ?? deck.places.get('output');
  if (!format) return;
  for (const [name, value] of Object.entries(formatOptions(deck))) {
    if (name === 'footer' && typeof value === 'string') {
      findings.push(
        carriedOtherwise(format, `the footer "${value}"`, "is a comment in the outline: the footer is the theme's"),
      );
    } else if (!USED_OPTIONS.includes(name) && value !== false)
      findings.push(notCarried(format, `"${name}: ${shortened(value)}"`));
  }
}

function shortened(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text.replace(/\s+/g, ' ');
}

/** Fields as YAML. */
export function fieldsYaml(fields: TalkFields): string {
  return [...fields].map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`).join('');
}
