import { joinTraced, sliceTraced, type TracedText, tracedTo } from '../traced.ts';
import type { DeckFields, DeckSlide } from '../types.ts';

/** The options of a deck's format: `format: revealjs`, or Pandoc's `output:` of R Markdown. */
export function formatOptions({ fields }: DeckFields): Readonly<Record<string, unknown>> {
  const formats = [fields.format, fields.output].flatMap((format) => (isRecord(format) ? Object.entries(format) : []));
  const own = formats.find(([name]) => /revealjs/.test(name))?.[1];
  return isRecord(own) ? own : {};
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const BLOCK_FIELDS = ['title', 'author', 'date'];

/** Pandoc's title block, lines that begin with `%`, as fields. */
export function withTitleBlock(
  deck: TracedText,
  { fields, places }: DeckFields,
): { readonly text: TracedText; readonly fields: DeckFields } {
  const lines = deck.text.split('\n');
  const own: [string, string][] = [];
  let count = 0;
  const at = new Map(places);
  while (count < lines.length && own.length < 3 && /^%(?:[ \t]|$)/.test(lines[count] ?? '')) {
    const name = BLOCK_FIELDS[own.length] ?? '';
    const words = [(lines[count] ?? '').slice(1).trim()];
    const origin = deck.origins[count];
    if (origin) at.set(name, origin);
    count += 1;
    while (count < lines.length && /^[ \t]+\S/.test(lines[count] ?? '')) {
      words.push((lines[count] ?? '').trim());
      count += 1;
    }
    own.push([name, words.join(name === 'author' ? '; ' : ' ')]);
  }
  if (count === 0) return { text: deck, fields: { fields, places } };
  const start = deck.starts[count] ?? deck.text.length;
  const written = Object.fromEntries(own.filter(([, value]) => value !== ''));
  return {
    text: sliceTraced(deck, start, deck.text.length),
    fields: { fields: { ...fields, ...written }, places: at },
  };
}

/** The authors of a deck, by name. */
export function authorsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.split(/\s*;\s*|\s+and\s+/).filter((name) => name !== '');
  if (Array.isArray(value)) return value.flatMap(authorsOf);
  if (!isRecord(value)) return [];
  const { name, literal, given, family } = value;
  if (isRecord(name)) return authorsOf(name);
  const whole = [given, family].filter((part) => typeof part === 'string').join(' ');
  return [String(name ?? literal ?? whole)].filter((word) => word !== '');
}

/** All words of a field that stand on a title slide beside names: places of work, addresses. */
function othersOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(othersOf);
  if (!isRecord(value)) return [];
  const others = Object.entries(value).filter(
    ([key]) => !['name', 'literal', 'given', 'family', 'corresponding', 'degrees', 'roles'].includes(key),
  );
  return others.flatMap(([, inner]) => wordsOf(inner));
}

/** All texts in a value, in order. */
export function wordsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  if (isRecord(value)) return Object.values(value).flatMap(wordsOf);
  return typeof value === 'string' && value.trim() !== '' ? [value.trim()] : [];
}

/** Slides with the words of the deck's footer as a comment on the first of them. */
export function withFooter(slides: readonly DeckSlide[], deck: DeckFields): readonly DeckSlide[] {
  const { footer } = formatOptions(deck);
  const origin = deck.places.get('format') ?? deck.places.get('output');
  const [first, ...others] = slides;
  if (typeof footer !== 'string' || footer === '' || !origin || !first) return slides;
  const comment = tracedTo(origin, `<!-- footer: ${footer.replaceAll('--', '- -')} -->`);
  return [{ ...first, text: joinTraced([first.text, comment], '\n\n') ?? first.text }, ...others];
}

/** The title slide that Pandoc makes of fields: what the talk itself does not show stands under its heading. */
export function titleSlide({ fields, places }: DeckFields): DeckSlide | null {
  const [title] = wordsOf(fields.title);
  const origin = places.get('title');
  if (title === undefined || !origin) return null;
  const date = typeof fields.date === 'string' && !dayOf(fields.date) ? [fields.date] : [];
  const lines = [
    ...othersOf(fields.author),
    ...wordsOf(fields.institute),
    ...date.filter((word) => !isChangingDate(word)),
  ];
  const paragraphs = lines.map((line) => tracedTo(origin, line.replace(/[<>*_`[\]\\]/g, '\\$&')));
  const text = joinTraced([tracedTo(origin, `# ${title.replace(/\s+/g, ' ')}`), ...paragraphs], '\n\n');
  return text && { text, notes: [], attributes: [], addresses: ['title-slide'], opens: 'section' };
}

/** Whether a date is another one on each day. */
export function isChangingDate(date: string): boolean {
  return /^(?:today|now|last-modified)$/.test(date);
}

const DATE_IN_WORDS =
  /^(?:(\d{1,2})(?:st|nd|rd|th)?\.? ([A-Za-z]{3,9}),? (\d{4})|([A-Za-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4}))$/;

/** The day that a date is, as YYYY-MM-DD; '' for what is none, or in words of another language than English. */
export function dayOf(date: string): string {
  const words = DATE_IN_WORDS.exec(date.trim());
  const [day, month, year] = words ? [words[1] ?? words[5], words[2] ?? words[4], words[3] ?? words[6]] : [];
  const written = words ? new Date(`${day} ${month} ${year} UTC`) : new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(written.getTime()) || (!words && !/^\d{4}-\d{2}-\d{2}$/.test(date))) return '';
  const iso = written.toISOString().slice(0, 10);
  return words || iso === date ? iso : '';
}
