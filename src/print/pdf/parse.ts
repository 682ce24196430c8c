import { type PdfValue, pdfName, pdfRef } from './syntax.ts';

// One token: << >> [ ] or a name, a reference, a number, a word, the start of a text, or hexadecimal text.
const TOKEN =
  /[\s\0]*(?:(<<|>>|\[|\])|\/([^\s\0()<>[\]{}/%]*)|(\d+)[\s\0]+\d+[\s\0]+R(?![^\s\0()<>[\]{}/%])|([-+]?(?:\d+\.?\d*|\.\d+))|(true|false|null)|(\()|<([0-9A-Fa-f\s]*)>)/y;

const END = Symbol('end of a list or dictionary');

/**
 * The value that starts at `offset` of a PDF's text (bytes as Latin-1 characters). Throws a `SyntaxError` where there
 * is none. Comments are not understood: no browser writes any inside an object.
 */
export function parseValue(text: string, offset = 0): PdfValue {
  const value = parseNext({ text, offset });
  if (value === END) throw new SyntaxError(`a PDF value cannot start with a closing bracket at ${offset}`);
  return value;
}

interface Reader {
  readonly text: string;
  offset: number;
}

function parseNext(reader: Reader): PdfValue | typeof END {
  TOKEN.lastIndex = reader.offset;
  const match = TOKEN.exec(reader.text);
  if (!match) throw new SyntaxError(`no PDF value at ${reader.offset}`);
  reader.offset = TOKEN.lastIndex;
  const [, bracket, name, reference, number, word, text, hex] = match;
  if (bracket === '<<') return parseDict(reader);
  if (bracket === '[') return parseList(reader);
  if (bracket !== undefined) return END;
  if (name !== undefined) return pdfName(name);
  if (reference !== undefined) return pdfRef(Number(reference));
  if (number !== undefined) return Number(number);
  if (word !== undefined) return word === 'null' ? null : word === 'true';
  if (text !== undefined) return { kind: 'text', bytes: parseText(reader) };
  return { kind: 'text', bytes: parseHex(hex ?? '') };
}

function parseList(reader: Reader): readonly PdfValue[] {
  const items: PdfValue[] = [];
  for (let item = parseNext(reader); item !== END; item = parseNext(reader)) items.push(item);
  return items;
}

function parseDict(reader: Reader): PdfValue {
  const entries = new Map<string, PdfValue>();
  for (let key = parseNext(reader); key !== END; key = parseNext(reader)) {
    const value = parseNext(reader);
    if (typeof key !== 'object' || key === null || !('name' in key) || value === END) {
      throw new SyntaxError(`a PDF dictionary has no name before ${reader.offset}`);
    }
    entries.set(key.name, value);
  }
  return entries;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A text in round brackets, from after the opening one. Brackets inside may come in pairs (7.3.4.2). */
function parseText(reader: Reader): string {
  let depth = 1;
  let bytes = '';
  for (; reader.offset < reader.text.length; reader.offset += 1) {
    const character = reader.text.charAt(reader.offset);
    if (character === '\\') {
      bytes += parseEscape(reader);
      continue;
    }
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth === 0) {
      reader.offset += 1;
      return bytes;
    }
    bytes += character;
  }
  throw new SyntaxError('a PDF text has no end');
}

/** The character that a backslash stands for; leaves the reader on the last one it used. */
function parseEscape(reader: Reader): string {
  const octal = /^[0-7]{1,3}/.exec(reader.text.slice(reader.offset + 1, reader.offset + 4))?.[0];
  if (octal !== undefined) {
    reader.offset += octal.length;
    return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
  }
  reader.offset += 1;
  const character = reader.text.charAt(reader.offset);
  if (character === '\n') return '';
  return ESCAPES[character] ?? character;
}

function parseHex(hex: string): string {
  const digits = hex.replace(/\s/g, '');
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1');
}
