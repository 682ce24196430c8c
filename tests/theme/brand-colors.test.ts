import { describe, expect, test } from 'vitest';
import { brandColors } from '../../src/theme/brand-colors.ts';
import { isDarkColor } from '../../src/theme/contrast.ts';

const LIGHT = {
  paper: '#ffffff',
  ink: '#1b2027',
  muted: '#49525c',
  rule: '#cdd3da',
  wash: '#f0f3f6',
  accent: '#0b5fae',
  'accent-text': '#095297',
  mark: '#dcebfa',
  ground: '#1e2a38',
  'on-ground': '#ffffff',
  'on-ground-muted': '#c3ccd6',
  'code-keyword': '#0b4f92',
  'code-text': '#155d3a',
  'code-value': '#883a11',
  'series-1': '#0b5fae',
  'series-2': '#b3420f',
  'series-3': '#117a65',
  'series-4': '#8a5a00',
  'series-5': '#7a3f96',
  'series-6': '#56606c',
};
const DARK = {
  ...LIGHT,
  paper: '#12181f',
  ink: '#eef2f6',
  muted: '#b4bfca',
  wash: '#1d2731',
  accent: '#6cb4f5',
  'accent-text': '#84c1f8',
  mark: '#1f4366',
  ground: '#22344a',
  display: '#a9d2fa',
  'code-keyword': '#8ec6fa',
  'code-text': '#8fd6b0',
  'code-value': '#f2b48e',
  'series-1': '#6cb4f5',
  'series-2': '#f0935f',
  'series-3': '#55c7ad',
  'series-4': '#dcae4e',
  'series-5': '#c99be0',
  'series-6': '#a5b1be',
};
type Colors = Readonly<Record<string, string>>;

/** WCAG 2.2, "contrast ratio", of two colours as #rrggbb; worked out here, apart from the program. */
function contrast(one: string, other: string): number {
  const luminance = (color: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** What the tokens of a theme must have, as `templates/README.md` says. */
function tooLittle(colors: Colors): readonly string[] {
  const color = (name: string): string => colors[name] ?? '';
  const pairs: readonly (readonly [string, string, number])[] = [
    ['accent', 'paper', 4.5],
    ['accent-text', 'paper', 7],
    ['accent-text', 'wash', 4.5],
    ['on-ground', 'ground', 7],
    ['on-ground-muted', 'ground', 7],
    ['ink', 'mark', 7],
    ...['code-keyword', 'code-text', 'code-value'].flatMap((name) => [
      [name, 'wash', 7] as const,
      [name, 'mark', 4.5] as const,
    ]),
    ...[1, 2, 3, 4, 5, 6].map((number) => [`series-${number}`, 'paper', 4.5] as const),
  ];
  return pairs
    .filter(([one, other, needed]) => contrast(color(one), color(other)) < needed)
    .map(([one, other]) => `${one} on ${other}`);
}

const NAVY = '#0a2f5c';
const ORANGE = '#e4572e';
const RED = '#b01020';
const GREEN = '#0a6b3a';
const CREAM = '#ffe9a8';
const YELLOW = '#ffd400';

test('the themes that the brand goes over have the contrast that is looked for', () => {
  expect([tooLittle(LIGHT), tooLittle(DARK)]).toEqual([[], []]);
});

describe('a colour of a brand takes the roles that it can be read in', () => {
  test.each<[string, Colors, readonly string[], Readonly<Record<string, string | undefined>>]>([
    [
      'a dark one is ground, and accent too where there is no other',
      LIGHT,
      [NAVY],
      { ground: NAVY, accent: NAVY, 'accent-text': NAVY, 'code-keyword': NAVY, 'series-1': NAVY },
    ],
    [
      'the accent is another one than the ground when it can be',
      LIGHT,
      [NAVY, RED],
      { ground: NAVY, accent: RED, 'accent-text': RED, 'series-2': RED },
    ],
    [
      'what is small has another one where it needs that',
      LIGHT,
      [NAVY, '#d0312d'],
      { accent: '#d0312d', 'accent-text': NAVY },
    ],
    [
      'the order decides',
      LIGHT,
      ['#7a0019', NAVY],
      { ground: '#7a0019', accent: NAVY, 'series-1': '#7a0019', 'series-2': NAVY },
    ],
    [
      'one that cannot be read on paper is drawn upon the ground',
      LIGHT,
      [NAVY, ORANGE],
      { ground: NAVY, accent: NAVY, 'on-ground-accent': ORANGE, 'series-2': LIGHT['series-2'] },
    ],
    ['a pale one marks', LIGHT, [NAVY, CREAM], { mark: CREAM, 'on-ground-accent': CREAM }],
    [
      'a bright one marks',
      LIGHT,
      [YELLOW],
      { mark: YELLOW, ground: LIGHT.ground, accent: LIGHT.accent, 'on-ground-accent': undefined },
    ],
    ['no mark is the paper', LIGHT, ['#ffffff', '#fdfdfd'], { mark: LIGHT.mark, ground: LIGHT.ground }],
    [
      'in the dark other ones can be read',
      DARK,
      [NAVY, ORANGE, YELLOW],
      { ground: NAVY, accent: ORANGE, 'accent-text': YELLOW, display: ORANGE, 'code-keyword': YELLOW },
    ],
    [
      'in the dark no light one is the ground',
      DARK,
      [YELLOW],
      { ground: DARK.ground, accent: YELLOW, mark: DARK.mark },
    ],
    [
      'what is right is not red, and what is wrong not green',
      LIGHT,
      [NAVY, GREEN, RED],
      { 'series-1': NAVY, 'series-2': RED, 'series-3': GREEN },
    ],
  ])('%s', (_, own, given, expected) => {
    const { colors } = brandColors(own, given, false);
    expect(Object.fromEntries(Object.keys(expected).map((name) => [name, colors[name]]))).toEqual(expected);
    expect(tooLittle(colors)).toEqual([]);
  });

  test('none is ever changed, and all that is not a brand\u2019s stays the theme\u2019s', () => {
    const given = [NAVY, ORANGE, RED, CREAM];
    const { colors } = brandColors(LIGHT, given, false);
    const known = [...Object.values(LIGHT), ...given, '#000000'];
    expect(Object.values(colors).filter((color) => !known.includes(color))).toEqual([]);
  });

  test.each([
    ['light', LIGHT],
    ['dark', DARK],
  ])('whatever the colours are, all can be read in a %s scheme', (_, own) => {
    const steps = ['00', '33', '66', '99', 'cc', 'ff'];
    const cube = steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => `#${r}${g}${b}`)));
    for (const [index, color] of cube.entries()) {
      const given = [color, cube[(index * 7 + 3) % cube.length] ?? '', cube[(index * 31 + 5) % cube.length] ?? ''];
      const { colors } = brandColors(own, given, false);
      expect(tooLittle(colors), given.join()).toEqual([]);
      expect(isDarkColor(colors.ground ?? ''), given.join()).toBe(true);
      const drawn = colors['on-ground-accent'] ?? colors.accent ?? '';
      if (colors.ground === color) expect(contrast(drawn, color), given.join()).toBeGreaterThanOrEqual(1.5);
    }
  });

  test('no two series look alike: where a brand has the theme\u2019s second colour, the theme\u2019s first stands there', () => {
    const { colors } = brandColors(LIGHT, ['#b3420f'], false);
    expect([colors['series-1'], colors['series-2'], colors['series-3']]).toEqual(['#b3420f', '#0b5fae', '#117a65']);
  });

  test('to save ink, what is filled stays as it is', () => {
    const ink = {
      ...LIGHT,
      ink: '#000000',
      wash: '#ffffff',
      ground: '#767676',
      'on-ground': '#000000',
      'on-ground-muted': '#000000',
      mark: '#eef5fd',
    };
    const { colors } = brandColors(ink, [NAVY, ORANGE, CREAM], true);
    expect(colors).toMatchObject({ ground: '#767676', 'on-ground': '#000000', mark: '#eef5fd', accent: NAVY });
    expect(colors['on-ground-accent']).toBeUndefined();
  });

  test('a theme that writes in the colour of its ground has one that can be read on the paper', () => {
    // White has 7:1 with it, and it has 3.4:1 with the paper.
    const own = { ...LIGHT, paper: '#9aa5b1', wash: '#9aa5b1', mark: '#a9b4c0' };
    expect(contrast('#2b4a6b', own.paper)).toBeLessThan(4.5);
    expect(brandColors(own, ['#2b4a6b'], false).colors.ground).toBe(LIGHT.ground);
    const apart = { ...own, display: '#000000' };
    expect(brandColors(apart, ['#2b4a6b'], false).colors.ground).toBe('#2b4a6b');
  });

  test('a colour that only a browser can work out promises no contrast, so it is left alone', () => {
    const own = { ...LIGHT, paper: 'color-mix(in srgb, red, blue)' };
    expect(brandColors(own, [NAVY], false).colors).toMatchObject({
      accent: LIGHT.accent,
      'series-1': LIGHT['series-1'],
    });
  });

  test('a token that is another one is that one', () => {
    const own = { ...LIGHT, paper: 'var(--color-sheet)', sheet: '#ffffff' };
    expect(brandColors(own, [NAVY], false).colors.accent).toBe(NAVY);
  });
});
