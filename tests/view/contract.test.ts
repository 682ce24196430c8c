import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createDiskHost } from '../../src/io/disk.ts';
import { Html } from '../../src/text/html.ts';
import { layoutNames, sectionShape, slideShapes, talkShape } from '../../src/view/contract.ts';
import type { Shape } from '../../src/view/shape.ts';
import type { SlideScene, View } from '../../src/view/view.ts';
import { viewTalk } from '../../src/view/view.ts';
import { SVG, talkOf } from '../talk/talk-of.ts';
import { differences } from './differences.ts';
import { EVERY_LAYOUT } from './every-layout.ts';
import { plainSurroundings } from './surroundings.ts';
import { viewOf } from './view-of.ts';

function sceneDifferences({ slide, section }: SlideScene): readonly string[] {
  const name = layoutNames.find((known) => known === slide.layout) ?? 'points';
  return [
    ...differences(slide, slideShapes[name], `${slide.id}: slide`),
    ...differences(section, sectionShape, `${slide.id}: section`),
  ];
}

function viewDifferences({ talk, slides }: View): readonly string[] {
  return [...differences(talk, talkShape, 'talk'), ...slides.flatMap(sceneDifferences)];
}

describe('a view has every field of its contract, of its kind, and no other', () => {
  test('for one slide of every layout, filled or empty', async () => {
    const { view } = await viewOf({ 'slides/00.md': EVERY_LAYOUT, 'slides/a.svg': SVG });
    const layouts = new Set(view.slides.map(({ slide }) => slide.layout));
    expect([...layouts].sort()).toEqual([...layoutNames, 'gallery'].sort());
    expect(viewDifferences(view)).toEqual([]);
  });

  test('for a talk of which everything is said', async () => {
    const yaml = 'title: a\nsubtitle: b\nspeaker: c\nevent: d\ndate: 2025-01-19\nlang: ja';
    const { view } = await viewOf({ 'slides/talk.yaml': yaml, 'slides/00.md': '# A' });
    expect(viewDifferences(view)).toEqual([]);
  });

  test.each([
    ['the shipped talk', '../..'],
    ['a talk of an evening class', '../fixtures/harbour'],
  ])('for %s', (_, path) => {
    const folder = fileURLToPath(new URL(path, import.meta.url));
    const host = createDiskHost({ folder, environment: {}, platform: 'linux', isRoot: false, home: '/' });
    const { talk } = talkOf(host);
    const view = viewTalk(talk, plainSurroundings());
    expect(view.slides.length).toBeGreaterThan(10);
    expect(viewDifferences(view)).toEqual([]);
  });

  test('and would be seen to differ if it had not', () => {
    const shape = slideShapes.compare;
    const empty = Object.entries(slideShapes.points.fields).map(([name, { kind }]) => [
      name,
      kind === 'number' ? 1 : '',
    ]);
    const right = { ...Object.fromEntries(empty), columnWidths: '', footnotes: [] };
    const column = { heading: new Html('a'), body: '', id: '', classes: '', lang: '', dir: '', step: '' };
    expect(differences({ ...right, columns: [column] }, shape, 's')).toEqual([]);
    expect(differences(right, shape, 's')).toHaveLength(1);
    expect(differences({ ...right, columns: [{ ...column, step: 1 }] }, shape, 's')).toEqual([
      's.columns[0].step is not text: 1',
    ]);
    expect(differences({ ...right, columns: [], heading: 'text' }, shape, 's')).toEqual([
      's.heading is not html: text',
    ]);
    expect(differences({ ...right, columns: [], more: 1 }, shape, 's')).toHaveLength(1);
  });
});

test('the contract says something about every field', () => {
  const abouts = (shape: Shape): readonly string[] =>
    shape.kind === 'record'
      ? [shape.about, ...Object.values(shape.fields).flatMap(abouts)]
      : 'of' in shape
        ? [shape.about, ...abouts(shape.of)]
        : [shape.about];
  for (const about of [talkShape, sectionShape, ...Object.values(slideShapes)].flatMap(abouts)) {
    expect(about).toMatch(/^[A-Z].*[^.]$/);
  }
});
