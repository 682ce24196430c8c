const DURATION = /^(?=\d)(?:(\d+)h)?\s*(?:(\d+)m(?:in)?)?\s*(?:(\d+)s)?$/;

/** The seconds of a duration such as `3m`, `90s` or `1h 30m`; `null` for any other text. */
export function secondsOf(text: string): number | null {
  const match = DURATION.exec(text);
  if (!match) return null;
  const [, hours, minutes, seconds] = match;
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
}

const UNITS = [
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A duration in the words of a language: 90 becomes "1 minute, 30 seconds" in `en`, "1分30秒" in `ja`. */
export function durationInWords(seconds: number, lang: string): string {
  let left = seconds;
  const parts = UNITS.flatMap(([unit, size]) => {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count === 0 && !(unit === 'second' && seconds === 0)) return [];
    return [new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' }).format(count)];
  });
  return new Intl.ListFormat(lang, { type: 'unit', style: 'long' }).format(parts);
}
