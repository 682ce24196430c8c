import { isUtf8 } from 'node:buffer';
import { createSource, type Source } from './source.ts';

/** The text of a file, or the place of the first byte that is not UTF-8. */
export type Decoded =
  | { readonly kind: 'text'; readonly source: Source }
  /** `source` holds the text before the fault, which ends at its end. */
  | { readonly kind: 'fault'; readonly source: Source; readonly byte: number };

/** Bytes as UTF-8 text (RFC 3629). */
export function decodeText(path: string, bytes: Uint8Array): Decoded {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  if (isUtf8(bytes)) return { kind: 'text', source: createSource(path, decoder.decode(bytes)) };
  const valid = validPrefix(bytes);
  const source = createSource(path, decoder.decode(bytes.subarray(0, valid)));
  return { kind: 'fault', source, byte: bytes[valid] ?? 0 };
}

/** The length of the longest valid prefix, by halving: a prefix that ends inside a character counts up to it. */
function validPrefix(bytes: Uint8Array): number {
  const isValidTo = (length: number): boolean => {
    for (let end = length; end > length - 4 && end >= 0; end -= 1) if (isUtf8(bytes.subarray(0, end))) return true;
    return false;
  };
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isValidTo(middle)) low = middle;
    else high = middle - 1;
  }
  while (low > 0 && !isUtf8(bytes.subarray(0, low))) low -= 1;
  return low;
}
