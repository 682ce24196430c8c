import { wcagContrast, wcagLuminance } from 'culori';
import { describe, expect, test } from 'vitest';
import { WIDE_SIZE } from '../../src/text/slide-size.ts';
import { deriveSchemes } from '../../src/theme/derive.ts';
import { type SchemeTokens, schemesOf } from '../../src/theme/schemes.ts';
import {
  bothSchemesCss,
  otherSchemeCss,
  paperTokensCss,
  readingSchemeCss,
  tokensToCss,
} from '../../src/theme/tokens.ts';
import type { Theme } from '../../src/theme/types.ts';
import { themeOf } from './draw-text.ts';

type Colors = Readonly<Record<string, string>>;

const BASE: SchemeTokens = level({
  tokens: { color: { paper: '#ffffff', ink: '#111111', accent: '#0b5fae' }, size: { small: '10px' } },
  dark: { color: { paper: '#101820', ink: '#f0f0f0', accent: '#6cb4f5' } },
});

function level(given: Partial<SchemeTokens>): SchemeTokens {
  return { scheme: '', tokens: {}, light: {}, dark: {}, ...given };
}

function themeWith(scheme: 'light' | 'dark', light: Colors, dark: Colors): Theme {
  const [own, other] = scheme === 'light' ? [light, dark] : [dark, light];
  return { ...themeOf({}), scheme, tokens: { color: own }, otherTokens: { color: other } };
}

describe('the tokens of a chain', () => {
  test('are light where a theme says nothing, and dark as its group for the dark says', () => {
    const { madeFor, light, dark } = schemesOf([BASE]);
    expect(madeFor).toBe('light');
    expect(light).toEqual({ tokens: BASE.tokens, lacking: [] });
    expect(dark).toEqual({ tokens: { ...BASE.dark, size: { small: '10px' } }, lacking: [] });
  });

  test('lack a colour in the scheme for which the nearest theme has none', () => {
    const own = level({ tokens: { color: { accent: '#b3420f' } } });
    const { light, dark } = schemesOf([own, BASE]);
    expect(light.tokens.color?.accent).toBe('#b3420f');
    expect(dark.lacking).toEqual(['accent']);
    expect(dark.tokens.color).toEqual({ paper: '#101820', ink: '#f0f0f0', accent: '#b3420f' });
  });

  test('lack nothing that a theme before gives again', () => {
    const over = level({ dark: { color: { accent: '#ff9966' } } });
    const own = level({ tokens: { color: { accent: '#b3420f' } } });
    expect(schemesOf([over, own, BASE]).dark).toMatchObject({ lacking: [], tokens: { color: { accent: '#ff9966' } } });
  });

  test('of a theme that is made for the dark are dark, and so are those of a theme that extends it', () => {
    const night = level({
      scheme: 'dark',
      tokens: { color: { accent: '#6cf' } },
      light: { color: { accent: '#048' } },
    });
    const own = level({ tokens: { color: { accent: '#6fc' } } });
    const { madeFor, light, dark } = schemesOf([own, night, BASE]);
    expect([madeFor, dark.tokens.color?.accent, light.lacking]).toEqual(['dark', '#6fc', ['accent']]);
  });

  test('have stacks of fonts with the families of those that they name', () => {
    const font = { fallback: "'BIZ UDPGothic'", serif: 'Newsreader, var(--font-fallback), serif' };
    expect(schemesOf([level({ tokens: { font } })]).dark.tokens.font).toEqual({
      serif: "Newsreader, 'BIZ UDPGothic', serif",
    });
  });

  test('of other groups may differ in one scheme', () => {
    const own = level({ dark: { size: { small: '11px' } } });
    const { light, dark } = schemesOf([own, BASE]);
    expect([light.tokens.size?.small, dark.tokens.size?.small]).toEqual(['10px', '11px']);
  });
});

describe('colours that are derived', () => {
  const LIGHT = {
    paper: '#fffaf0',
    wash: '#f3ead8',
    ink: '#221a10',
    ground: '#4a2c12',
    'on-ground': '#ffffff',
    accent: '#a33b12',
    'accent-text': '#8a2f0c',
    muted: '#57493a',
    'code-text': '#1b5839',
    'series-1': '#0b5fae',
    odd: '#dddddd',
    display: 'var(--color-ground)',
  };
  const names = Object.keys(LIGHT);
  const small = ['ink', 'muted', 'accent-text', 'code-text'];
  const large = ['accent', 'series-1', 'display'];

  test.each(['light', 'dark'] as const)('are %s, and can be read', (target) => {
    const other = target === 'dark' ? 'light' : 'dark';
    const first = deriveSchemes({ ...themeWith('light', LIGHT, LIGHT), lacking: { light: [], dark: names } });
    const from = target === 'dark' ? LIGHT : (first.otherTokens.color ?? {});
    const theme = { ...themeWith(other, from, from), lacking: { light: [], dark: [], [target]: names } };
    const { otherTokens, lacking } = deriveSchemes({
      ...theme,
      scheme: other,
      tokens: { color: from },
      otherTokens: { color: from },
    });
    const made = otherTokens.color ?? {};
    expect(lacking).toEqual({ light: [], dark: [] });
    expect(wcagLuminance(made.paper ?? '') < 0.2).toBe(target === 'dark');
    for (const ground of [made.paper ?? '', made.wash ?? '']) {
      for (const name of small) expect(wcagContrast(made[name] ?? '', ground), name).toBeGreaterThanOrEqual(7);
      for (const name of large) expect(wcagContrast(made[name] ?? '', ground), name).toBeGreaterThanOrEqual(4.5);
    }
    expect([made.ground, made['on-ground']]).toEqual([from.ground, from['on-ground']]);
    expect(made.odd).not.toBe(from.odd);
  });

  test('leave a theme that is dark already as it is', () => {
    const dark = { paper: '#101010', ink: '#eeeeee' };
    const theme = { ...themeWith('light', dark, dark), lacking: { light: [], dark: ['paper', 'ink'] } };
    expect(deriveSchemes(theme).otherTokens.color).toEqual(dark);
  });

  test('are none when nothing is lacking', () => {
    const theme = themeWith('light', LIGHT, { paper: '#000000' });
    expect(deriveSchemes(theme)).toEqual(theme);
  });
});

describe('the CSS of both schemes', () => {
  const light = { paper: '#ffffff', ink: '#111111' };
  const dark = { paper: '#111111', ink: '#111111' };

  test('gives slides with a dark background the tokens that differ in the dark', () => {
    expect(otherSchemeCss(themeWith('light', light, dark))).toBe('.on-dark{--color-paper:#111111;}\n');
    expect(otherSchemeCss(themeWith('dark', light, dark))).toBe('.on-light{--color-paper:#ffffff;}\n');
    expect(otherSchemeCss(themeWith('light', light, light))).toBe('');
  });

  test('lets the reading view follow the person who reads, and stay light on paper', () => {
    expect(readingSchemeCss(themeWith('light', light, dark))).toContain(
      '@media screen and (prefers-color-scheme:dark){',
    );
    expect(readingSchemeCss(themeWith('dark', light, dark))).toContain('@media print,(prefers-color-scheme:light){');
  });

  test('makes sheets light and the slides on them dark when the talk is', () => {
    const css = paperTokensCss(themeWith('dark', light, dark), WIDE_SIZE);
    expect(css).toMatch(
      /^:root\{[^}]*--color-paper:#ffffff;[^}]*\}\n\.page\{--color-paper:#111111;--picture-ground:#ffffff;\}\n$/,
    );
    expect(paperTokensCss(themeWith('light', light, dark), WIDE_SIZE)).toBe(
      tokensToCss(themeWith('light', light, dark), WIDE_SIZE),
    );
  });

  test.each(['light', 'dark'] as const)(
    'holds both for who shows now one and now the other, from a %s theme',
    (scheme) => {
      const css = bothSchemesCss(themeWith(scheme, light, dark), WIDE_SIZE);
      expect(css).toContain('--slide-width:1280px;');
      expect(css).toContain('--color-ink:#111111;');
      expect(css).toContain('--color-paper:var(--hide-light,#ffffff)var(--hide-dark,#111111);');
      expect(css).toContain('--picture-ground:var(--hide-light,transparent)var(--hide-dark,#ffffff);');
      expect(css).toContain('.on-dark{--color-paper:#111111;}\n.on-light{--color-paper:#ffffff;}\n');
    },
  );
});
