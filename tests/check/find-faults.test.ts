import { describe, expect, test } from 'vitest';
import { findFaults, tokensWithColor } from '../../src/check/find-faults.ts';
import type { Drawing } from '../../src/check/samples.ts';
import type { TextContrast } from '../../src/print/measure-contrasts.ts';
import type { PageMeasures } from '../../src/print/measure-page.ts';

const NOTHING: PageMeasures = { findings: [], overflows: [], overlaps: [], unseen: [], contrasts: [], violations: [] };
const DECK: Drawing = { kind: 'short', size: '16:9', scheme: 'light', medium: 'deck' };
const TEXT: TextContrast = {
  slide: 'one',
  words: 'One',
  path: 'section > div.slide.slide-points > div.main > p',
  sizePx: 28,
  color: [73, 82, 92, 1],
  x: 0,
  y: 0,
  width: 9,
  height: 9,
  contrast: 21,
};

function faultsOf(measures: Partial<PageMeasures>, drawing = DECK) {
  return findFaults({ drawing, layouts: new Map([['one', 'points']]) }, { ...NOTHING, ...measures });
}

describe('a text is a fault', () => {
  test.each([
    ['at less than 4.5:1', 28, 4.4, ['4.4:1 with what it stands on, instead of 4.5:1']],
    ['not at 4.5:1', 28, 4.5, []],
    ['small, at less than 7:1', 23.9, 6.97, ['6.9:1 with what it stands on, instead of 7:1']],
    ['not small, at 7:1', 16, 7, []],
    ['not at 24 px, at less than 7:1', 24, 5, []],
  ])('%s', (_, sizePx, contrast, expected) => {
    const faults = faultsOf({ contrasts: [{ ...TEXT, sizePx, contrast }] });
    expect(faults.map(({ what }) => what.replace('"One" (.slide > .main > p) has a contrast of ', ''))).toEqual(
      expected,
    );
  });

  test('that is told from others by its colour', () => {
    expect(faultsOf({ contrasts: [{ ...TEXT, contrast: 1 }] })).toMatchObject([
      { kind: 'contrast', variant: '#49525c' },
    ]);
  });
});

test.each([
  ['in the deck its layout', DECK, TEXT.path, 'layout points'],
  [
    'on a sheet what is on the slide its layout',
    { ...DECK, medium: 'notes' } as const,
    `article > div.frame > ${TEXT.path}`,
    'layout points',
  ],
  [
    'on a sheet what is beside the slide the print',
    { ...DECK, medium: 'notes' } as const,
    'article.sheet > p',
    'print notes',
  ],
])('%s is at fault', (_, drawing, path, expected) => {
  const overflow = { slide: 'one', content: 'One', side: 'right', lostPx: 9, path } as const;
  const [fault] = faultsOf({ overflows: [overflow] }, drawing);
  expect(`${fault?.template.kind} ${fault?.template.name}`).toBe(expected);
});

test('what axe calls serious counts for more than what it calls moderate', () => {
  const violation = { id: 'image-alt', help: 'Images must', slide: 'one', words: '', path: TEXT.path };
  const faults = faultsOf({
    violations: [
      { ...violation, impact: 'serious' },
      { ...violation, impact: 'moderate' },
    ],
  });
  expect(faults.map(({ amount }) => amount)).toEqual([1, 0]);
});

test('a colour is that of the tokens that have it', () => {
  const tokens = { color: { muted: '#49525C', faint: '#49525c', ink: '#000000' } };
  expect(tokensWithColor({ tokens }, '#49525c')).toEqual(['color.muted', 'color.faint']);
});
