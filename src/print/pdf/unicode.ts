import type { PdfFile } from './file.ts';

/**
 * Corrects what fonts say of their characters (ToUnicode, ISO 32000-1, 9.10.3), so that a search finds words as people
 * type them. Skia names the first character that has a glyph, which may be a radical, a ligature or a form for the end
 * of a word instead of the letter itself. Returns the numbers of the fonts that draw letters from right to left.
 */
export function repairUnicode(file: PdfFile): ReadonlySet<number> {
  const reversed = new Set<number>();
  for (const [font, text] of file.objects) {
    const id = text.startsWith('<</Type /Font') ? /\/ToUnicode (\d+) 0 R/.exec(text)?.[1] : undefined;
    const bytes = id === undefined ? null : file.readStream(Number(id));
    if (bytes === null) continue;
    const map = Buffer.from(bytes).toString('latin1');
    const repaired = repairMap(map);
    if (repaired !== map) file.replaceStream(Number(id), Buffer.from(repaired, 'latin1'));
    if ([...readMap(repaired).values()].some(isRightToLeft)) reversed.add(font);
  }
  return reversed;
}

/** What a ToUnicode map has for each code. */
export function readMap(map: string): ReadonlyMap<number, string> {
  const letters = new Map<number, string>();
  for (const [, lines = ''] of map.matchAll(/beginbfchar\s([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', hex = ''] of lines.matchAll(CHARACTER))
      letters.set(Number.parseInt(code, 16), textOf(hex));
  }
  for (const [, lines = ''] of map.matchAll(/beginbfrange\s([\s\S]*?)endbfrange/g)) {
    for (const [, first = '', last = '', hex = ''] of lines.matchAll(RANGE)) {
      for (const [code, text] of charactersOf(first, last, textOf(hex))) letters.set(Number.parseInt(code, 16), text);
    }
  }
  return letters;
}

/** The text of a ToUnicode map with all its characters as people type them; the same text where they are already. */
export function repairMap(map: string): string {
  const extra: string[] = [];
  const repaired = map
    .replace(/\d+ beginbfchar\s([\s\S]*?)endbfchar/g, (_, lines: string) =>
      block(
        'bfchar',
        lines.replace(CHARACTER, (_line, code: string, hex: string) => `<${code}> <${hexOf(glyphText(textOf(hex)))}>`),
      ),
    )
    .replace(/\d+ beginbfrange\s([\s\S]*?)endbfrange\s?/g, (_, lines: string) => {
      const kept = lines.replace(RANGE, (line, first: string, last: string, hex: string) => {
        const characters = charactersOf(first, last, textOf(hex));
        if (characters.every(([, text]) => text === glyphText(text))) return line;
        extra.push(...characters.map(([code, text]) => `<${code}> <${hexOf(glyphText(text))}>\n`));
        return '';
      });
      return kept.trim() === '' ? '' : `${block('bfrange', kept)}\n`;
    });
  const blocks = Array.from({ length: Math.ceil(extra.length / BLOCK) }, (_, index) => {
    return `${block('bfchar', extra.slice(index * BLOCK, (index + 1) * BLOCK).join(''))}\n`;
  });
  return repaired.replace(/endcmap/, `${blocks.join('')}endcmap`);
}

/** The most lines that a block may have (Adobe Technical Note 5014). */
const BLOCK = 100;
const CHARACTER = /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g;
const RANGE = /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\n?/g;

function block(kind: 'bfchar' | 'bfrange', lines: string): string {
  return `${lines.split('\n').filter((line) => line.trim() !== '').length} begin${kind}\n${lines}end${kind}`;
}

/** The codes of a range, as written, each with its text: the last unit counts on. */
function charactersOf(first: string, last: string, text: string): readonly (readonly [code: string, text: string])[] {
  const start = Number.parseInt(first, 16);
  const unit = text.charCodeAt(text.length - 1);
  return Array.from({ length: Number.parseInt(last, 16) - start + 1 }, (_, index) => {
    const code = (start + index).toString(16).toUpperCase().padStart(first.length, '0');
    return [code, text.slice(0, -1) + String.fromCharCode(unit + index)] as const;
  });
}

/** Radicals, compatibility ideographs, and forms of letters; the normal form has what people type instead. */
const FORMS = /[\u2E80-\u2FDF\uF900-\uFAFF\uFB00-\uFDFF\uFE70-\uFEFC]/g;
/** Numbers that older fonts gave to ligatures and emoji that had none. */
const PRIVATE = /[\uF001\uF002]|[\u{FE4E5}-\u{FE4EE}\u{FE82C}\u{FE82E}-\u{FE837}]/gu;
const FLAGS = ['JP', 'US', 'FR', 'DE', 'IT', 'GB', 'ES', 'RU', 'CN', 'KR'];

/** Hebrew, Arabic, Syriac, Thaana, N'Ko, and the forms of their letters. */
const REVERSED = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

/** Whether a text has letters that are written from right to left. */
export function isRightToLeft(text: string): boolean {
  return REVERSED.test(text);
}

/** A text as people type it. */
export function typed(text: string): string {
  return text.replace(FORMS, (form) => form.normalize('NFKC')).replace(PRIVATE, nameless);
}

/**
 * The text for a glyph. Several letters of a script from right to left stand in the order in which they are seen, as
 * glyphs do: readers turn all of a line around.
 */
function glyphText(text: string): string {
  const letters = typed(text);
  return isRightToLeft(letters) && letters !== text ? [...letters].reverse().join('') : letters;
}

function nameless(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code <= 0xf002) return code === 0xf001 ? 'fi' : 'fl';
  const flag = FLAGS[code - 0xfe4e5];
  if (flag !== undefined) return flag.replace(/./g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0x1f1a5));
  return `${'#?1234567890'.charAt(code - 0xfe82c)}\uFE0F\u20E3`;
}

function textOf(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

function hexOf(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();
}
