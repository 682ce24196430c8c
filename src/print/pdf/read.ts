import { Stop } from '../../text/finding.ts';
import { unreadablePdf } from '../findings.ts';
import { PdfFile } from './file.ts';
import { parseValue } from './parse.ts';
import { isDict, isRef, type PdfDict } from './syntax.ts';

/**
 * Reads a PDF as Chromium (Skia) writes it: one part, a plain table of offsets, no object streams. Throws a `Stop`
 * (`unreadable-pdf`) for anything else.
 */
export function readPdf(bytes: Uint8Array): PdfFile {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1];
  if (!text.startsWith('%PDF-') || start === undefined) throw unreadable('it is cut off');
  const table = readTable(text, Number(start));
  const trailer = readTrailer(text, table.end);
  const [root, info] = [trailer.get('Root'), trailer.get('Info')];
  if (trailer.has('Prev') || !isRef(root) || !isRef(info)) throw unreadable('its trailer is not a plain one');
  const file = new PdfFile(root.id, info.id);
  const ends = [...table.offsets.map(({ offset }) => offset), Number(start)].sort((a, b) => a - b);
  const next = new Map(ends.map((offset, index) => [offset, ends[index + 1] ?? Number(start)]));
  for (const { id, offset } of table.offsets) readObject(file, bytes, text, id, offset, next.get(offset) ?? offset);
  return file;
}

interface Table {
  readonly offsets: readonly { readonly id: number; readonly offset: number }[];
  /** Where the trailer starts. */
  readonly end: number;
}

function readTable(text: string, start: number): Table {
  const head = /^xref\s+0 (\d+)\s*?\r?\n/.exec(text.slice(start, start + 64));
  if (!head) throw unreadable('it has no plain table of its objects');
  const first = start + head[0].length;
  const count = Number(head[1]);
  const offsets = Array.from({ length: count }, (_, id) => {
    const entry = text.slice(first + id * 20, first + id * 20 + 20);
    return { id, offset: Number(entry.slice(0, 10)), isUsed: entry.charAt(17) === 'n' };
  }).filter(({ isUsed }) => isUsed);
  return { offsets, end: first + count * 20 };
}

function readTrailer(text: string, offset: number): PdfDict {
  const at = text.indexOf('trailer', offset);
  const trailer = at === -1 ? null : parseValue(text, at + 'trailer'.length);
  if (!isDict(trailer)) throw unreadable('it has no trailer');
  return trailer;
}

function readObject(file: PdfFile, bytes: Uint8Array, text: string, id: number, start: number, end: number): void {
  const head = `${id} 0 obj`;
  const tail = text.lastIndexOf('endobj', end);
  if (!text.startsWith(head, start) || tail < start) throw unreadable(`object ${id} is not where it should be`);
  const from = start + head.length;
  const hasStream = text
    .slice(Math.max(from, tail - 16), tail)
    .trimEnd()
    .endsWith('endstream');
  if (hasStream) file.streams.set(id, bytes.subarray(from, tail));
  else file.objects.set(id, text.slice(from, tail).trim());
}

function unreadable(reason: string): Stop {
  return new Stop([unreadablePdf(reason)]);
}
