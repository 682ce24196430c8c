/** What stands where there is no value. */
const NONE = /^(?:|-|–|—|…|\.\.\.|n\/?a)$/i;
/** A number, with a currency or the like before it and a unit after it. */
const WRITTEN = /^[^\d.,+−-]*([-+−]?)[^\d.,+−-]*(\d[\d.,\s'’]*)[^\d]*$/;
const PLAIN = /^\d+(?:\.\d+)?$/;

/**
 * The number that a cell says, as the language writes it or as programs do: "1,200", "1.200,5" in German, "-3.5 %".
 * `null` where there is none, `undefined` for what is no number.
 */
export function readNumber(text: string, lang: string): number | null | undefined {
  const cell = text.trim();
  if (NONE.test(cell)) return null;
  const [, sign = '', digits = ''] = WRITTEN.exec(cell) ?? [];
  const number = numberOf(digits.replace(/[\s'’]/g, ''), lang);
  if (number === undefined) return undefined;
  return sign === '-' || sign === '−' ? -number : number;
}

function numberOf(digits: string, lang: string): number | undefined {
  if (digits === '') return undefined;
  for (const { group, decimal } of [separatorsOf(lang), { group: ',', decimal: '.' }]) {
    const [whole = '', fraction = '', ...more] = digits.split(decimal);
    const groups = whole.split(group);
    const isGrouped = /^[1-9]\d{0,2}$/.test(groups[0] ?? '') && groups.slice(1).every((part) => /^\d{3}$/.test(part));
    const isWhole = /^\d+$/.test(whole) || (groups.length > 1 && isGrouped);
    if (more.length === 0 && isWhole && /^\d*$/.test(fraction)) return Number(`${groups.join('')}.${fraction || 0}`);
  }
  return PLAIN.test(digits) ? Number(digits) : undefined;
}

function separatorsOf(lang: string): { readonly group: string; readonly decimal: string } {
  const parts = formatFor(lang).formatToParts(1234567.5);
  const of = (type: Intl.NumberFormatPartTypes, otherwise: string): string =>
    parts.find((part) => part.type === type)?.value ?? otherwise;
  return { group: of('group', ','), decimal: of('decimal', '.') };
}

/** Numbers on axes, as the language writes them. */
export function formatFor(lang: string): Intl.NumberFormat {
  const [known = 'en'] = Intl.NumberFormat.supportedLocalesOf([lang || 'en']);
  return new Intl.NumberFormat(known, { maximumFractionDigits: 3, numberingSystem: 'latn' });
}
