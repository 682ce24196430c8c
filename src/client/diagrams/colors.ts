/**
 * mermaid works out colours from others, which it cannot do with custom properties. So it is given a colour of its own
 * for each token of the theme, which nobody would choose, and what it draws in it becomes the token.
 */
const TOKENS = [
  'paper',
  'ink',
  'muted',
  'rule',
  'wash',
  'mark',
  'accent',
  'series-1',
  'series-2',
  'series-3',
  'series-4',
  'series-5',
  'series-6',
] as const;
export type Token = (typeof TOKENS)[number];

/** The colour that stands for a token while mermaid draws. */
export function standIn(token: Token): string {
  const number = (TOKENS.indexOf(token) + 1).toString(16).padStart(2, '0');
  return `#${number}b7${number}`;
}

const TOKEN_OF: ReadonlyMap<string, string> = new Map(
  TOKENS.map((token, index) => [`${index + 1}, 183, ${index + 1}`, `var(--color-${token})`] as const),
);

/** A colour as it stands in the drawing, and how opaque it is. */
export interface Paint {
  readonly color: string;
  readonly opacity: number;
  /** Whether it is the theme's. */
  readonly isToken: boolean;
}

/** What a browser says a colour is: a token of the theme, or as the author wrote it. `null` for none at all. */
export function readPaint(computed: string): Paint | null {
  const [, channels = '', alpha = '1'] = /^rgba?\((\d+, \d+, \d+)(?:, ([\d.]+))?\)$/.exec(computed) ?? [];
  const opacity = Number(alpha);
  if (computed === 'none' || opacity === 0) return null;
  // A gradient, or a pattern: flat instead.
  if (computed.startsWith('url(')) return { color: 'var(--color-wash)', opacity: 1, isToken: true };
  const token = TOKEN_OF.get(channels);
  if (token !== undefined) return { color: token, opacity, isToken: true };
  const hex = channels.split(', ').map((channel) => Number(channel).toString(16).padStart(2, '0'));
  return { color: channels === '' ? computed : `#${hex.join('')}`, opacity, isToken: false };
}

/** Black or white, whichever can be read on a colour (WCAG 2.2, relative luminance). */
export function readableOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#ffffff';
}
