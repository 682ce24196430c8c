import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** Where the first chunk of a PNG file ends, which is always IHDR (PNG, 5.6 and 11.2.1). */
const AFTER_HEADER = 8 + 25;
const KEYWORD = 'tEXtSoftware\0Rostrum ';
const HASH_LENGTH = 10;

/**
 * A PNG file that says, in a text of its own (`Software`, PNG, 11.3.3.3), that Rostrum made it, with a hash of all the
 * rest: so nobody has changed it since.
 */
export function signPicture(bytes: Uint8Array): Uint8Array {
  return Buffer.concat([bytes.subarray(0, AFTER_HEADER), signatureOf(bytes), bytes.subarray(AFTER_HEADER)]);
}

/** Whether Rostrum made a file as it is: then it may remove it, or write over it. */
export function isOwnPicture(name: string, bytes: Uint8Array): boolean {
  if (!name.endsWith('.png')) return false;
  const signature = bytes.subarray(AFTER_HEADER, AFTER_HEADER + SIGNATURE_LENGTH);
  const rest = Buffer.concat([bytes.subarray(0, AFTER_HEADER), bytes.subarray(AFTER_HEADER + SIGNATURE_LENGTH)]);
  return signatureOf(rest).equals(signature);
}

/** A chunk: its length, its type and data, and their checksum (PNG, 5.3). */
function signatureOf(bytes: Uint8Array): Buffer {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, HASH_LENGTH);
  const content = Buffer.from(KEYWORD + hash, 'latin1');
  const chunk = Buffer.alloc(content.length + 8);
  chunk.writeUInt32BE(content.length - 4, 0);
  content.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(content), content.length + 4);
  return chunk;
}

const SIGNATURE_LENGTH = KEYWORD.length + HASH_LENGTH + 8;
