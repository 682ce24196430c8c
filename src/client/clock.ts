/** A time as a clock shows it: 65 seconds are "1:05", an hour more "1:01:05". */
export function clockText(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const start = hours > 0 ? `${hours}:${two(minutes)}` : String(minutes);
  return `${start}:${two(seconds % 60)}`;
}

/** A time in the words of a language: "1 minute, 5 seconds". */
export function timeInWords(seconds: number, lang: string): string {
  const counts = [
    ['hour', Math.floor(seconds / 3600)],
    ['minute', Math.floor((seconds % 3600) / 60)],
    ['second', seconds % 60],
  ] as const;
  return counts
    .filter(([unit, count]) => count > 0 || (unit === 'second' && seconds === 0))
    .map(([unit, count]) => new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' }).format(count))
    .join(' ');
}
