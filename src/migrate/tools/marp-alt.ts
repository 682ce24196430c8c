/** The width of Marp's slides of 16:9, in pixels; its pictures are given theirs in pixels of the slide. */
const SLIDE_PX = 1280;
const PIXELS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
};

const SIZE = /^(w|width|h|height):(\d+(?:\.\d+)?)(px|pt|pc|in|cm|mm|%)?$/;
const FILTER =
  /^(?:blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia)(?::[^\s]*)?$/;
const FITTING = /^(?:cover|contain|fit|auto|vertical|\d+(?:\.\d+)?%)$/;
const SIDE = /^(left|right)(?::(\d+(?:\.\d+)?)%)?$/;

/** What the words of a description in Marp's image syntax say. */
export interface MarpAlt {
  /** The words that are none of Marp's. */
  readonly alt: string;
  /** As a share of the slide, `23%`; '' where it says none. */
  readonly width: string;
  readonly isBackground: boolean;
  /** Where a background stands beside the content; `null` where it fills the slide. */
  readonly side: { readonly name: 'left' | 'right'; readonly percent: number } | null;
  /** Words that a talk has nothing for. */
  readonly lost: readonly string[];
}

/** Reads the description of a picture by https://marpit.marp.app/image-syntax. */
export function readMarpAlt(text: string): MarpAlt {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const isBackground = words.includes('bg');
  const sizes = words.map((word) => SIZE.exec(word)).filter((match) => match !== null);
  const width = sizes.find(([, name]) => name?.startsWith('w'));
  const sides = words.map((word) => SIDE.exec(word)).filter((match) => match !== null && isBackground);
  const side = sides.at(-1);
  const isKeyword = (word: string): boolean =>
    SIZE.test(word) ||
    FILTER.test(word) ||
    (isBackground && (word === 'bg' || FITTING.test(word) || SIDE.test(word))) ||
    (!isBackground && word === 'auto');
  const needless = (word: string): boolean =>
    ['bg', 'cover', 'auto'].includes(word) || SIDE.test(word) || word === width?.[0];
  return {
    alt: words.filter((word) => !isKeyword(word)).join(' '),
    width: width && !isBackground ? percentOf(width) : '',
    isBackground,
    side: side
      ? { name: side[1] as 'left' | 'right', percent: Math.min(90, Math.max(10, Number(side[2] ?? 50))) }
      : null,
    lost: words.filter((word) => isKeyword(word) && !needless(word)),
  };
}

function percentOf([, , number, unit = '']: RegExpExecArray): string {
  const percent = unit === '%' ? Number(number) : (Number(number) * (PIXELS[unit] ?? 1) * 100) / SLIDE_PX;
  return `${Math.min(100, Math.max(1, Math.round(percent)))}%`;
}
