import { describe, expect, test } from 'vitest';
import { type Fault, groupFaults, type Mistake, withoutConsequences } from '../../src/check/faults.ts';
import type { Drawing } from '../../src/check/samples.ts';
import { createSource, positionAt } from '../../src/text/source.ts';
import type { Theme } from '../../src/theme/types.ts';

const LAYOUTS = {
  points: '<div class="slide slide-points">\n  <div class="main">{{> body}}</div>\n  {{> foot}}\n</div>',
  blank: '<div class="slide slide-blank">\n  {{> body}}\n</div>',
};
const PARTIALS = {
  body: '<div class="body{{#if wide}} is-wide{{/if}}">{{slide.body}}</div>',
  foot: '<div class="foot"></div>',
};
const DRAWING: Drawing = { kind: 'short', size: '16:9', scheme: 'light', medium: 'deck' };

function sources(kind: string, texts: Readonly<Record<string, string>>) {
  return new Map(Object.entries(texts).map(([name, text]) => [name, createSource(`${kind}/${name}.hbs`, text)]));
}
const theme = {
  layouts: sources('layouts', LAYOUTS),
  partials: sources('partials', PARTIALS),
  prints: new Map(),
} as unknown as Theme;

function fault(layout: string, path: string, changes: Partial<Fault> = {}): Fault {
  const template = { kind: 'layout', name: layout } as const;
  return {
    drawing: DRAWING,
    slide: layout,
    template,
    path,
    kind: 'overflow',
    variant: '',
    amount: 1,
    what: '',
    ...changes,
  };
}

function shown({ span, count, templates }: Mistake): string {
  const { line, column } = span ? positionAt(span.source, span.start) : { line: 0, column: 0 };
  return `${span?.source.path}:${line}:${column} ${templates.join(' ')} ${count}`;
}

const BODY = 'section > div.slide > div.main > div.body > ul > li';

describe('faults are one mistake', () => {
  test.each([
    [
      'where one layout has them: it is at fault, not the partial',
      [fault('points', BODY), fault('points', BODY)],
      ['layouts/points.hbs:2:15 points 2'],
    ],
    [
      'where several have them from a partial that they share',
      [fault('points', BODY), fault('blank', 'div.slide > div.body > p')],
      ['partials/body.hbs:1:13 points blank 2'],
    ],
    [
      'but not on different elements',
      [fault('points', BODY), fault('points', 'div.slide > div.foot > span')],
      ['layouts/points.hbs:2:15 points 1', 'layouts/points.hbs:1:13 points 1'],
    ],
    [
      'but not where they differ in what tells them apart',
      [fault('points', BODY, { variant: '#aaa' }), fault('points', BODY, { variant: '#bbb' })],
      ['layouts/points.hbs:2:15 points 1', 'layouts/points.hbs:2:15 points 1'],
    ],
    [
      'at the first line of a layout that writes no element around them',
      [fault('blank', 'div.other > p')],
      ['layouts/blank.hbs:1:1 blank 1'],
    ],
  ])('%s', (_, faults, expected) => {
    expect(groupFaults(theme, faults).map(shown)).toEqual(expected);
  });

  test('that is told by the worst of them, with all that has it', () => {
    const wide: Drawing = { kind: 'long', size: '4:3', scheme: 'dark', medium: 'notes' };
    const [mistake] = groupFaults(theme, [fault('points', BODY), fault('points', BODY, { amount: 9, drawing: wide })]);
    expect(mistake?.worst.amount).toBe(9);
    expect(mistake?.seenIn).toEqual(['short, long', '16:9, 4:3', 'light, dark', 'deck, notes']);
  });
});

test('what a fault brings about on the same slide is no fault of its own', () => {
  const overflow = fault('points', BODY);
  const overlap = fault('points', BODY, { kind: 'overlap' });
  const elsewhere = fault('blank', BODY, { kind: 'contrast' });
  const access = fault('points', BODY, { kind: 'access' });
  expect(withoutConsequences([overlap, overflow, elsewhere, access])).toEqual([overflow, elsewhere, access]);
});
