import { createHash } from 'node:crypto';
import { mediaType } from '../text/media-type.ts';
import { AssetBox } from './assets.ts';
import type { Assets } from './types.ts';

/** A file of a page, to stand in the page. */
interface Embedded {
  /** Its address where it is beside a page, as when its slides are measured. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A multiple of three, so that pieces in Base64 follow one another without a gap. */
const PIECE_BYTES = 3 * 1024 * 1024;
const MARK = 'embedded-file:';
const MARKS = new RegExp(`${MARK}([0-9a-f]{64})`, 'g');

/**
 * Files that go into the page itself, as `data:` addresses. While slides are drawn a mark stands for each, with the hash
 * of the whole file in it, which no text has by chance: so pages with large films stay short until they are written.
 */
export class EmbeddedBox extends AssetBox {
  readonly #embedded = new Map<string, Embedded>();

  override add(path: string, bytes: Uint8Array): string {
    const type = mediaType(path);
    const hash = createHash('sha256').update(type).update(bytes).digest('hex');
    const name = `assets/${hash}${path.slice(path.lastIndexOf('.')).toLowerCase()}`;
    this.#embedded.set(hash, { name, mediaType: type, bytes });
    return `${MARK}${hash}`;
  }

  /** The files as they would be beside the page. */
  override get files(): Assets {
    return new Map([...this.#embedded.values()].map(({ name, bytes }) => [name, bytes]));
  }

  override beside(text: string): string {
    return text.replace(MARKS, (mark, hash: string) => this.#embedded.get(hash)?.name ?? mark);
  }

  /** A text with addresses in place of marks: for styles, whose hash the page names. */
  inText(text: string): string {
    return text.replace(MARKS, (mark, hash: string) => {
      const file = this.#embedded.get(hash);
      return file === undefined ? mark : `data:${file.mediaType};base64,${base64(file.bytes)}`;
    });
  }

  /** How many bytes `pieces` has. */
  sizeOf(parts: readonly string[]): number {
    let size = 0;
    for (const piece of this.#split(parts)) {
      size += typeof piece === 'string' ? Buffer.byteLength(piece) : base64Length(piece.bytes.length);
    }
    return size;
  }

  /** A page, given in parts, as bytes: piece by piece, so that no film stands in memory a second time. */
  *pieces(parts: readonly string[]): Generator<Uint8Array> {
    for (const piece of this.#split(parts)) {
      if (typeof piece === 'string') yield Buffer.from(piece);
      else yield* base64Pieces(piece.bytes);
    }
  }

  *#split(parts: readonly string[]): Generator<string | Embedded> {
    for (const part of parts) {
      let end = 0;
      for (const { 0: mark, 1: hash = '', index } of part.matchAll(MARKS)) {
        const file = this.#embedded.get(hash);
        if (file === undefined) continue;
        yield `${part.slice(end, index)}data:${file.mediaType};base64,`;
        yield file;
        end = index + mark.length;
      }
      yield part.slice(end);
    }
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

function base64Length(bytes: number): number {
  return Math.ceil(bytes / 3) * 4;
}

function* base64Pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
    yield Buffer.from(base64(bytes.subarray(start, start + PIECE_BYTES)), 'latin1');
  }
}
