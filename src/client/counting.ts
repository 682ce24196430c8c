/** A number as it is written, cut into its digits and all around them. */
export interface WrittenNumber {
  readonly before: string;
  /** Digits with the signs between them, as "1,951" or "3.5". */
  readonly number: string;
  readonly after: string;
}

const NUMBER = /\d(?:[\d.,'’\s]*\d)?/;

/** The first number of a text; `null` where it has none. */
export function findNumber(text: string): WrittenNumber | null {
  const match = NUMBER.exec(text);
  if (!match) return null;
  const [number] = match;
  return { before: text.slice(0, match.index), number, after: text.slice(match.index + number.length) };
}

/**
 * A number on its way from 0 to the written one, as the written one is: with its separators and as many decimals.
 * `decimal` is the sign before decimals in the language of the text. `fraction` is the way it has come, from 0 to 1.
 */
export function partOfNumber(written: string, fraction: number, decimal: string): string {
  if (fraction >= 1) return written;
  const decimals = decimalsOf(written, decimal);
  const value = Math.round(Number(written.replace(/\D/g, '')) * fraction);
  let digits = String(value).padStart(decimals + 1, '0');
  let shown = '';
  for (const sign of [...written].reverse()) {
    if (digits === '') break;
    if (/\d/.test(sign)) {
      shown = digits.slice(-1) + shown;
      digits = digits.slice(0, -1);
    } else shown = sign + shown;
  }
  return shown;
}

/** What follows the last sign is decimals where the sign is that of the language, or no group of three stands after it. */
function decimalsOf(written: string, decimal: string): number {
  const match = /[^\d](\d+)$/.exec(written);
  const [tail = '', digits = ''] = match ?? [];
  const sign = tail.slice(0, 1);
  const isRepeated = written.split(sign).length > 2;
  if (sign === '' || isRepeated) return 0;
  return sign === decimal || digits.length !== 3 ? digits.length : 0;
}
