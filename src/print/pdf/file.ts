import { deflateSync, inflateSync } from 'node:zlib';
import { parseValue } from './parse.ts';
import { serializeValue } from './serialize.ts';
import { isDict, isList, isRef, nameOf, type PdfDict, type PdfRef, type PdfValue, pdfName, pdfRef } from './syntax.ts';

/**
 * A PDF file in memory. An object is kept as the text that it had in the file and is parsed only when somebody asks
 * for it: of the thousands of objects of a print, a few are changed. Measured on 200 slides, this reads and writes a
 * file in a fifth of the time of a library that parses all of them.
 */
export class PdfFile {
  /** Objects without a stream, by number, as written between `obj` and `endobj`: bytes as Latin-1 characters. */
  readonly objects = new Map<number, string>();
  /** Objects with a stream, by number, with everything between `obj` and `endobj`. */
  readonly streams = new Map<number, Uint8Array>();
  /** The numbers of the catalog and of the information dictionary. */
  readonly root: number;
  readonly info: number;

  constructor(root: number, info: number) {
    this.root = root;
    this.info = info;
  }

  /** The dictionary with this number; an empty one when there is none. */
  dict(id: number): PdfDict {
    const value = this.#value(id);
    return isDict(value) ? value : new Map();
  }

  /** The value itself, or, for a reference, the object that it refers to. */
  resolve(value: PdfValue | undefined): PdfValue | undefined {
    return isRef(value) ? this.#value(value.id) : value;
  }

  /** A list, resolved; what is none is a list of one, and nothing an empty one: kids may stand in all these ways. */
  list(value: PdfValue | undefined): readonly PdfValue[] {
    const list = this.resolve(value);
    if (isList(list)) return list;
    return value === undefined ? [] : [value];
  }

  #value(id: number): PdfValue | undefined {
    const known = this.#values.get(id);
    if (known !== undefined) return known;
    const text = this.objects.get(id);
    if (text === undefined) return undefined;
    const value = parseValue(text);
    this.#values.set(id, value);
    return value;
  }
  /** What was parsed already: pages are asked for again and again. */
  readonly #values = new Map<number, PdfValue>();

  /** Puts a value in the place of an object. */
  set(id: number, value: PdfValue): void {
    this.objects.set(id, serializeValue(value));
    this.#values.set(id, value);
  }

  /** Takes an object out of the file. */
  remove(id: number): void {
    this.objects.delete(id);
    this.#values.delete(id);
  }

  /** Gives a dictionary further entries, in place of those with the same names. */
  extend(id: number, entries: Readonly<Record<string, PdfValue>>): void {
    this.set(id, new Map([...this.dict(id), ...Object.entries(entries)]));
  }

  /** The first of as many numbers for new objects, which follow one another. */
  reserve(count = 1): PdfRef {
    const first = this.last + 1;
    this.#last += count;
    return pdfRef(first);
  }

  /** The highest number of an object. */
  get last(): number {
    if (this.#last === 0) {
      for (const id of this.objects.keys()) this.#last = Math.max(this.#last, id);
      for (const id of this.streams.keys()) this.#last = Math.max(this.#last, id);
    }
    return this.#last;
  }
  #last = 0;

  /** A new object. */
  add(value: PdfValue): PdfRef {
    const ref = this.reserve();
    this.set(ref.id, value);
    return ref;
  }

  /** The dictionary of a stream; an empty one when there is none with this number. */
  streamDict(id: number): PdfDict {
    const dict = parseValue(this.#streamHead(id));
    return isDict(dict) ? dict : new Map();
  }

  /** What a stream holds, unpacked; `null` where there is none or where it is packed in another way than Flate. */
  readStream(id: number): Uint8Array | null {
    const [dict, body] = [this.streamDict(id), this.streams.get(id)];
    const length = dict.get('Length');
    if (body === undefined || typeof length !== 'number') return null;
    const start = this.#streamHead(id).length + STREAM_MARK.length;
    const bytes = body.subarray(start, start + length);
    if (!dict.has('Filter')) return bytes;
    return nameOf(dict.get('Filter')) === 'FlateDecode' && !dict.has('DecodeParms') ? inflateSync(bytes) : null;
  }

  /** Puts other bytes into a stream, packed, and leaves its dictionary as it is. */
  replaceStream(id: number, bytes: Uint8Array): void {
    const dict = new Map([...this.streamDict(id), ['Filter', pdfName('FlateDecode')]]);
    this.streams.set(id, streamBytes(dict, deflateSync(bytes, PACKING)));
  }

  /** The text of a stream's dictionary, up to the mark that starts its bytes. */
  #streamHead(id: number): string {
    const body = this.streams.get(id) ?? new Uint8Array();
    const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    const end = bytes.indexOf(STREAM_MARK);
    return end === -1 ? '<<>>' : bytes.toString('latin1', 0, end);
  }

  /** A new stream of these bytes, not compressed. */
  addStream(dict: PdfDict, bytes: Uint8Array): PdfRef {
    const ref = this.reserve();
    this.streams.set(ref.id, streamBytes(dict, bytes));
    return ref;
  }
}

/** For pages of some ten kilobytes: a third quicker than what zlib does unasked, and 1 % larger. */
const PACKING = { level: 5, windowBits: 14, memLevel: 7 };

/** What comes between a stream's dictionary and its bytes, as Chromium and `streamBytes` write it. */
const STREAM_MARK = Buffer.from('stream\n');

/** A stream with its dictionary changed, as the text of it up to the mark that starts the bytes. */
export function changeHead(stream: Uint8Array, change: (head: string) => string): Uint8Array {
  const all = Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength);
  const end = all.indexOf(STREAM_MARK);
  return Buffer.concat([Buffer.from(change(all.toString('latin1', 0, end)), 'latin1'), all.subarray(end)]);
}

/** A stream as it stands in a file: its dictionary, with the length, and its bytes. */
export function streamBytes(dict: PdfDict, bytes: Uint8Array): Uint8Array {
  const head = serializeValue(new Map([...dict, ['Length', bytes.length]]));
  return Buffer.concat([Buffer.from(`${head}\nstream\n`, 'latin1'), bytes, Buffer.from('\nendstream')]);
}
