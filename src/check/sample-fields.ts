import type { DeclaredField } from '../text/declared-layouts.ts';

/** The picture among the samples. */
const PICTURE = 'media/coast.svg';
const NUMBER = 1871;
const SIGNS = /[`*_[\]{}<>"\\^$:]/g;

/**
 * A slide of a sample with the fields that its layout declares: with all of them, or with the required ones alone. Each
 * takes words of the slide itself, so that it is as long, and in the same script, as the content that is tried.
 */
export function fillFields(slide: string, fields: readonly DeclaredField[], isSparse: boolean): string {
  const [first = '', ...others] = slide.split('\n');
  const wanted = isSparse ? fields.filter(({ isRequired }) => isRequired) : fields;
  // The line that has the attributes is the heading, or stands under the break that opens the slide.
  const place = first.endsWith('}') ? 0 : others.findIndex((line) => line.endsWith('}')) + 1;
  const lines = [first, ...others];
  const heading = lines[place] ?? '';
  const words = wordsOf(heading) || wordsOf(lines.find((line) => wordsOf(line) !== '') ?? '') || '42';
  const attributes = wanted.flatMap((field) => attributeOf(field, words)).join('');
  const blocks = wanted.flatMap((field) => blockOf(field, words));
  const filled = heading.replace(/\}$/, `${attributes}}`);
  return [...lines.slice(0, place), filled, ...blocks, ...lines.slice(place + 1)].join('\n');
}

function wordsOf(line: string): string {
  return line
    .replace(/^(?:#+|-+|\d+\.)(?: |$)/, '')
    .replace(/\{[^}]*\}$/, '')
    .replace(SIGNS, '')
    .trim();
}

function attributeOf({ name, kind }: DeclaredField, words: string): readonly string[] {
  if (kind === 'text') return [` ${name}="${words}"`];
  if (kind === 'number') return [` ${name}=${NUMBER}`];
  return kind === 'flag' ? [` .${name}`] : [];
}

function blockOf({ name, kind }: DeclaredField, words: string): readonly string[] {
  if (kind === 'picture') return ['', `![${words}](${PICTURE}){.${name}}`];
  if (kind === 'html') return ['', `::: ${name}`, words, ':::'];
  return kind === 'list' ? ['', `::: ${name}`, `- ${words}`, `- ${words}`, ':::'] : [];
}
