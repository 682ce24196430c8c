import type { SlideSize } from '../text/slide-size.ts';
import type { Theme, Tokens } from './types.ts';

type ThemeTokens = Pick<Theme, 'scheme' | 'tokens' | 'otherTokens'>;

/**
 * Custom properties of the page: the size of slides as `--slide-width`, `--slide-height` and `--slide-ratio`, and tokens:
 * `color.paper` becomes `--color-paper`.
 */
export function tokensToCss(theme: ThemeTokens, { widthPx, heightPx }: SlideSize): string {
  const size = `--slide-width:${widthPx}px;--slide-height:${heightPx}px;--slide-ratio:${widthPx} / ${heightPx};`;
  return `:root{${size}${declarations(theme.tokens)}${pictureGround(theme)}}\n`;
}

/** The tokens of the other scheme where a slide has a background of that kind. */
export function otherSchemeCss(theme: Theme): string {
  return rule(theme.scheme === 'light' ? '.on-dark' : '.on-light', changes(theme.tokens, theme.otherTokens));
}

/** The other scheme for the reading view, which follows the person who reads; paper is always light. */
export function readingSchemeCss(theme: Theme): string {
  const { scheme, tokens, otherTokens } = theme;
  const [media, other] =
    scheme === 'light'
      ? ['screen and (prefers-color-scheme:dark)', 'dark']
      : ['print,(prefers-color-scheme:light)', 'light'];
  const own = scheme === 'dark' ? ':root{color-scheme:dark}\n' : '';
  const changed = rule('body', changes(tokens, otherTokens));
  return changed === '' ? own : `${own}@media ${media}{:root{color-scheme:${other}}\n${changed}}\n`;
}

/** The tokens of papers: sheets are light, and the slides on them have the scheme of the talk. */
export function paperTokensCss(theme: Theme, size: SlideSize): string {
  const { scheme, tokens, otherTokens } = theme;
  if (scheme === 'light') return tokensToCss(theme, size);
  const sheets = { scheme: 'light', tokens: otherTokens, otherTokens: tokens } as const;
  const page = declarations(changes(otherTokens, tokens)) + pictureGround(theme);
  return `${tokensToCss(sheets, size)}.page{${page}}\n`;
}

/**
 * The tokens of both schemes, for what shows now one and now the other. Around it `--hide-dark` is empty and `--hide-light`
 * is `initial` for the light one, and the other way round: of a `var()` whose property is empty nothing is left, not even
 * what stands in for it. Slides with a background have the scheme that goes with it.
 */
export function bothSchemesCss({ scheme, tokens, otherTokens }: ThemeTokens, size: SlideSize): string {
  const [light, dark] = scheme === 'light' ? [tokens, otherTokens] : [otherTokens, tokens];
  const either = (inLight: string, inDark: string): string => `var(--hide-light,${inLight})var(--hide-dark,${inDark})`;
  const lines = Object.entries(changes(light, dark)).flatMap(([group, values]) =>
    Object.entries(values).map(([name, value]) => `--${group}-${name}:${either(light[group]?.[name] ?? '', value)};`),
  );
  const ground = `--picture-ground:${either('transparent', light.color?.paper ?? 'transparent')};`;
  const plain = tokensToCss({ scheme: 'light', tokens: light, otherTokens: dark }, size);
  const onGrounds = rule('.on-dark', changes(light, dark)) + rule('.on-light', changes(dark, light));
  return `${plain}:root{${lines.join('')}${ground}}\n${onGrounds}`;
}

/** In the dark, drawings keep a light ground: most have dark lines, and none of their own. */
function pictureGround({ scheme, otherTokens }: ThemeTokens): string {
  return scheme === 'dark' ? `--picture-ground:${otherTokens.color?.paper ?? 'transparent'};` : '';
}

/** Tokens whose values differ from those that are in force. */
function changes(from: Tokens, to: Tokens): Tokens {
  const changed = Object.entries(to).map(([group, values]) => [
    group,
    Object.fromEntries(Object.entries(values).filter(([name, value]) => from[group]?.[name] !== value)),
  ]);
  return Object.fromEntries(changed);
}

function rule(selector: string, tokens: Tokens): string {
  const text = declarations(tokens);
  return text === '' ? '' : `${selector}{${text}}\n`;
}

function declarations(tokens: Tokens): string {
  const lines = Object.entries(tokens).flatMap(([group, values]) =>
    Object.entries(values).map(([name, value]) => `--${group}-${name}:${value};`),
  );
  return lines.join('');
}
