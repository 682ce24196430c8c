/** The operators of a content stream (ISO 32000-1, 7.8.2), one after the other, each with where it stands. */
export class OperatorReader {
  /** The operator's name as a number: see `operatorCode`. */
  code = 0;
  /** Where its first operand starts, or the operator itself when it has none. */
  start = 0;
  /** Where the operator ends. */
  end = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Goes to the next operator; false at the end. */
  next(): boolean {
    const bytes = this.#bytes;
    let offset = this.end;
    let start = -1;
    while (offset < bytes.length) {
      const byte = bytes[offset] ?? 0;
      const kind = KINDS[byte];
      if (kind === SPACE) {
        offset += 1;
        continue;
      }
      if (start === -1) start = offset;
      if (kind === LETTER) {
        this.start = start;
        this.#readCode(offset);
        return true;
      }
      offset = kind === DELIMITER ? this.#afterDelimited(byte, offset) : endOfWord(bytes, offset + 1);
    }
    return false;
  }

  #readCode(offset: number): void {
    const end = endOfWord(this.#bytes, offset + 1);
    let code = 0;
    for (let at = offset; at < end; at += 1) code = (code << 8) | (this.#bytes[at] ?? 0);
    this.code = code;
    this.end = end;
  }

  /** Where what starts with a delimiter ends: a text, a name, or one bracket. */
  #afterDelimited(byte: number, offset: number): number {
    const bytes = this.#bytes;
    if (byte === 0x2f) return endOfWord(bytes, offset + 1);
    if (byte === 0x28) return endOfText(bytes, offset + 1);
    if (byte !== 0x3c) return offset + 1;
    if (bytes[offset + 1] === 0x3c) return offset + 2;
    let end = offset + 1;
    while (end < bytes.length && bytes[end] !== 0x3e) end += 1;
    return end + 1;
  }
}

/** A number for the name of an operator, up to three characters: quicker to compare than text. */
export function operatorCode(name: string): number {
  return Buffer.from(name, 'latin1').reduce((code, byte) => (code << 8) | byte, 0);
}

const [OTHER, SPACE, DELIMITER, LETTER] = [0, 1, 2, 3];

/** What each byte can start (7.2.2). `'` and `"` are operators too. */
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  if ('\0\t\n\f\r '.includes(character)) return SPACE;
  if ('()<>[]{}/%'.includes(character)) return DELIMITER;
  return /[A-Za-z'"]/.test(character) ? LETTER : OTHER;
});

/** Which bytes end a word. */
const ENDS = KINDS.map((kind) => (kind === SPACE || kind === DELIMITER ? 1 : 0));

function endOfWord(bytes: Uint8Array, start: number): number {
  let offset = start;
  while (offset < bytes.length && ENDS[bytes[offset] ?? 0] === 0) offset += 1;
  return offset;
}

/** Where a text in round brackets ends; brackets inside may come in pairs (7.3.4.2). */
function endOfText(bytes: Uint8Array, start: number): number {
  let depth = 1;
  let offset = start;
  for (; offset < bytes.length && depth > 0; offset += 1) {
    const byte = bytes[offset];
    if (byte === 0x5c) offset += 1;
    else if (byte === 0x28) depth += 1;
    else if (byte === 0x29) depth -= 1;
  }
  return offset;
}
