import type { PdfValue } from './syntax.ts';

/** A value as it stands in a file, bytes as Latin-1 characters. */
export function serializeValue(value: PdfValue): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return serializeNumber(value);
  if (value instanceof Map) return serializeDict(value);
  if ('kind' in value) {
    if (value.kind === 'name') return `/${value.name}`;
    if (value.kind === 'ref') return `${value.id} 0 R`;
    return serializeText(value.bytes);
  }
  return `[${[...value.values()].map(serializeValue).join(' ')}]`;
}

/** Decimals without an exponent, which PDF does not know; five places are more than any printer shows. */
function serializeNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(5).replace(/\.?0+$/, '');
}

function serializeDict(entries: ReadonlyMap<string, PdfValue>): string {
  return `<<${Array.from(entries, ([name, value]) => `/${name} ${serializeValue(value)}`).join('\n')}>>`;
}

function serializeText(bytes: string): string {
  if (/^[\x20-\x7e]*$/.test(bytes)) return `(${bytes.replace(/[\\()]/g, '\\$&')})`;
  return `<${Buffer.from(bytes, 'latin1').toString('hex').toUpperCase()}>`;
}
