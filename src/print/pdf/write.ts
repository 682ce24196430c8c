import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { type PdfFile, streamBytes } from './file.ts';
import { type PdfDict, type PdfText, pdfDict, pdfName, pdfRef } from './syntax.ts';

/** Objects to a stream. Readers unpack a whole stream for one object; larger ones save less than 1 % more. */
const OBJECTS_PER_STREAM = 200;

// Bytes that are no ASCII tell tools that the file is binary (ISO 32000-1, 7.5.2).
const HEADER = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1');

/** Where an object is: at an offset of the file, or in a stream of objects. */
type Place = { readonly offset: number } | { readonly stream: number; readonly index: number };

/**
 * The bytes of a file. Objects without a stream of their own go into compressed object streams, which halves the size
 * of a tagged print. Nothing of the time or the machine goes in, and the file's identifier is a hash of its content:
 * the same file gives the same bytes.
 */
export function writePdf(file: PdfFile): Uint8Array {
  const parts: Uint8Array[] = [HEADER];
  const places = new Map<number, Place>();
  let length = HEADER.length;
  const write = (id: number, body: Uint8Array): void => {
    const part = Buffer.concat([Buffer.from(`${id} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    places.set(id, { offset: length });
    parts.push(part);
    length += part.length;
  };
  for (const [id, body] of byNumber(file.streams)) write(id, body);
  for (const group of groupsOf(byNumber(file.objects))) {
    const stream = file.reserve().id;
    write(stream, packObjects(group));
    for (const [index, [id]] of group.entries()) places.set(id, { stream, index });
  }
  const table = file.reserve().id;
  const start = length;
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  places.set(table, { offset: start });
  write(table, packPlaces(places, file, hash.digest().toString('latin1').slice(0, 16)));
  return Buffer.concat([...parts, Buffer.from(`startxref\n${start}\n%%EOF\n`)]);
}

function byNumber<T>(objects: ReadonlyMap<number, T>): readonly (readonly [number, T])[] {
  return [...objects].sort(([a], [b]) => a - b);
}

function groupsOf<T>(objects: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(objects.length / OBJECTS_PER_STREAM) }, (_, index) =>
    objects.slice(index * OBJECTS_PER_STREAM, (index + 1) * OBJECTS_PER_STREAM),
  );
}

/** An object stream (7.5.7): pairs of number and offset, then the objects. */
function packObjects(objects: readonly (readonly [number, string])[]): Uint8Array {
  let offset = 0;
  const index = objects.map(([id, text]) => {
    const pair = `${id} ${offset}`;
    offset += text.length + 1;
    return pair;
  });
  const head = `${index.join(' ')}\n`;
  const dict = pdfDict({ Type: pdfName('ObjStm'), N: objects.length, First: head.length });
  return compressed(dict, Buffer.from(`${head}${objects.map(([, text]) => `${text}\n`).join('')}`, 'latin1'));
}

/** A cross-reference stream (7.5.8): for each number from 0 a type, an offset or stream, an index. */
function packPlaces(places: ReadonlyMap<number, Place>, file: PdfFile, hash: string): Uint8Array {
  const size = file.last + 1;
  const rows = Buffer.alloc(size * 7);
  for (let id = 0; id < size; id += 1) {
    const place = places.get(id);
    const isPacked = place !== undefined && 'stream' in place;
    rows.writeUInt8(place === undefined ? 0 : isPacked ? 2 : 1, id * 7);
    rows.writeUInt32BE(place === undefined ? 0 : isPacked ? place.stream : place.offset, id * 7 + 1);
    rows.writeUInt16BE(place === undefined ? 0xffff : isPacked ? place.index : 0, id * 7 + 5);
  }
  const identifier: PdfText = { kind: 'text', bytes: hash };
  const dict = pdfDict({
    Type: pdfName('XRef'),
    Size: size,
    W: [1, 4, 2],
    Root: pdfRef(file.root),
    Info: pdfRef(file.info),
    ID: [identifier, identifier],
  });
  return compressed(dict, rows);
}

function compressed(dict: PdfDict, bytes: Uint8Array): Uint8Array {
  return streamBytes(new Map([...dict, ['Filter', pdfName('FlateDecode')]]), deflateSync(bytes));
}
