import type { PdfFile } from './file.ts';
import { isDict, isRef, nameOf, type PdfDict, type PdfRef } from './syntax.ts';
import { isRightToLeft, readMap, typed } from './unicode.ts';

/** A font, or a letter in the form that it has between others, with what it stands for. */
const PART = /\/(\S+) \S+ Tf\b|\/Span<<\/ActualText <([0-9A-F]+)> >> BDC\n([\s\S]*?)EMC\n/g;
/** A font, or what is drawn with it. */
const DRAWN = /\/(\S+) \S+ Tf\b|<([0-9A-Fa-f]+)> Tj/g;

/** What a font draws, by the codes of two bytes of its texts. */
type Letters = ReadonlyMap<number, string>;

/**
 * Takes away what stands between readers and words written from right to left. Chromium gives each letter that changes
 * its form a text of its own, after which pdf.js and others begin anew and turn single letters around, not words. Where
 * the font says the same, that is left out. `fonts` are the numbers of those that draw such letters.
 */
export function joinReversed(file: PdfFile, pages: readonly PdfRef[], fonts: ReadonlySet<number>): void {
  if (fonts.size === 0) return;
  const known = new Map<number, Letters>();
  const lettersOf = (font: number): Letters => {
    const letters = known.get(font) ?? readLetters(file, font);
    known.set(font, letters);
    return letters;
  };
  const done = new Set<number>();
  const joinIn = (id: number, dict: PdfDict): void => {
    if (done.has(id)) return;
    done.add(id);
    const named = fontsIn(file, dict);
    if ([...named.values()].some((font) => fonts.has(font))) {
      rewrite(file, id, (name) => lettersOf(named.get(name) ?? -1));
    }
    for (const form of formsIn(file, dict)) joinIn(form, file.streamDict(form));
  };
  for (const page of pages) {
    const dict = file.dict(page.id);
    const content = dict.get('Contents');
    if (isRef(content)) joinIn(content.id, dict);
  }
}

function rewrite(file: PdfFile, id: number, lettersOf: (font: string) => Letters): void {
  const bytes = file.readStream(id);
  if (bytes === null) return;
  const text = Buffer.from(bytes).toString('latin1');
  const joined = joinLetters(text, lettersOf);
  if (joined !== text) file.replaceStream(id, Buffer.from(joined, 'latin1'));
}

/** A content stream in which no letter stands apart whose font says what it is. */
function joinLetters(content: string, lettersOf: (font: string) => Letters): string {
  let letters: Letters = new Map();
  return content.replace(PART, (part, font: string | undefined, hex: string | undefined, inside = '') => {
    if (font !== undefined) letters = lettersOf(font);
    if (hex === undefined) return part;
    let drawn = '';
    for (const [, name, codes = ''] of String(inside).matchAll(DRAWN)) {
      if (name !== undefined) letters = lettersOf(name);
      for (const code of codes.match(/.{4}/g) ?? []) drawn += letters.get(Number.parseInt(code, 16)) ?? '\0';
    }
    const isSaid = isRightToLeft(drawn) && drawn === [...typed(textOf(hex))].reverse().join('');
    return isSaid ? inside : part;
  });
}

function textOf(hex: string): string {
  return Buffer.from(hex, 'hex')
    .swap16()
    .toString('utf16le')
    .replace(/^\uFEFF/, '');
}

function readLetters(file: PdfFile, font: number): Letters {
  const map = file.dict(font).get('ToUnicode');
  const bytes = isRef(map) ? file.readStream(map.id) : null;
  return bytes === null ? new Map() : readMap(Buffer.from(bytes).toString('latin1'));
}

function fontsIn(file: PdfFile, dict: PdfDict): ReadonlyMap<string, number> {
  return new Map([...resources(file, dict, 'Font')].flatMap(([name, font]) => (isRef(font) ? [[name, font.id]] : [])));
}

function formsIn(file: PdfFile, dict: PdfDict): readonly number[] {
  const ids = [...resources(file, dict, 'XObject').values()].flatMap((object) => (isRef(object) ? [object.id] : []));
  return ids.filter((id) => nameOf(file.streamDict(id).get('Subtype')) === 'Form');
}

function resources(file: PdfFile, dict: PdfDict, kind: string): PdfDict {
  const all = file.resolve(dict.get('Resources'));
  const found = isDict(all) ? file.resolve(all.get(kind)) : undefined;
  return isDict(found) ? found : new Map();
}
