/**
 * Values of PDF (ISO 32000-1, 7.3). Texts are bytes as Latin-1 characters. Names are kept as they are written in the
 * file, without the slash.
 */
export type PdfValue = null | boolean | number | PdfName | PdfText | PdfRef | readonly PdfValue[] | PdfDict;
export type PdfDict = ReadonlyMap<string, PdfValue>;

export interface PdfName {
  readonly kind: 'name';
  readonly name: string;
}
export interface PdfText {
  readonly kind: 'text';
  readonly bytes: string;
}
/** A reference to the object with this number. Generations are always 0 in what browsers write. */
export interface PdfRef {
  readonly kind: 'ref';
  readonly id: number;
}

export const pdfName = (name: string): PdfName => ({ kind: 'name', name });
export const pdfRef = (id: number): PdfRef => ({ kind: 'ref', id });
export const pdfDict = (entries: Readonly<Record<string, PdfValue>>): PdfDict => new Map(Object.entries(entries));

/** Text for people: as it is when it is ASCII, else UTF-16 with a byte order mark. */
export function pdfText(text: string): PdfText {
  if (/^[\x20-\x7e]*$/.test(text)) return { kind: 'text', bytes: text };
  return { kind: 'text', bytes: Buffer.from(`\uFEFF${text}`, 'utf16le').swap16().toString('latin1') };
}

/** Whether a value is a dictionary. */
export function isDict(value: PdfValue | undefined): value is PdfDict {
  return value instanceof Map;
}

/** Whether a value is a list. */
export function isList(value: PdfValue | undefined): value is readonly PdfValue[] {
  return Array.isArray(value);
}

/** Whether a value is a reference. */
export function isRef(value: PdfValue | undefined): value is PdfRef {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'ref';
}

/** The name that a value is, or ''. */
export function nameOf(value: PdfValue | undefined): string {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'name' ? value.name : '';
}

/** The bytes of a text as Latin-1 characters, or '' when the value is none. */
export function textOf(value: PdfValue | undefined): string {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'text' ? value.bytes : '';
}
