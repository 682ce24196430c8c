import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { contractOf } from '../../src/deck/slides.ts';
import { createDiskHost } from '../../src/io/disk.ts';
import { FontShelf } from '../../src/theme/fonts.ts';
import { loadTheme } from '../../src/theme/load.ts';
import { compileTemplates } from '../../src/theme/templates.ts';
import { layoutNames, sectionShape, slideShapes, talkShape } from '../../src/view/contract.ts';
import { printShapes } from '../../src/view/print-contract.ts';
import type { Fields, Shape } from '../../src/view/shape.ts';
import { SVG } from '../talk/talk-of.ts';
import { EVERY_LAYOUT } from '../view/every-layout.ts';
import { viewOf } from '../view/view-of.ts';
import { MET } from './draw-text.ts';

const folder = fileURLToPath(new URL('../..', import.meta.url));
const builtIn = fileURLToPath(new URL('../../templates', import.meta.url));
const host = createDiskHost({ folder, environment: {}, platform: 'linux', isRoot: false, home: '/' });

describe.each(['base', 'horizon', 'poster'])('the theme %s', (name) => {
  const theme = loadTheme(host, { own: `${folder}/none`, builtIn }, name, null, 'en');
  const templates = compileTemplates(theme.value);

  test('is whole', () => {
    expect([...theme.findings, ...templates.findings]).toEqual([]);
    expect(templates.value.layoutNames).toEqual([...layoutNames].sort());
  });

  test.each(layoutNames)('names in its layout %s only what the view has', (layout) => {
    const { value, findings } = templates.value.draw(layout, emptyData(layout), contractOf(layout), MET);
    expect(findings).toEqual([]);
    expect(value.trim()).toMatch(/^<div class="slide slide-[a-z]+ density-/);
  });

  test.each(Object.entries(printShapes))('names in its print %s only what it is given', (kind, contract) => {
    const data = Object.fromEntries(Object.entries(contract).map(([field, shape]) => [field, emptyValue(shape)]));
    expect(templates.value.drawPrint(kind, data, contract).findings).toEqual([]);
  });

  test('shows lead and body of every slide, so that no text is lost', async () => {
    const { view } = await viewOf({ 'slides/00.md': EVERY_LAYOUT, 'slides/a.svg': SVG });
    for (const { slide, section } of view.slides) {
      const data = { talk: view.talk, section, slide: { ...slide, lead: 'THE LEAD', body: 'THE BODY' } };
      const layout = slide.layout === 'gallery' ? 'points' : slide.layout;
      const { value } = templates.value.draw(layout, data, contractOf(layout), MET);
      expect(value, layout).toContain('THE BODY');
      // Layouts without a part of their own have nothing that it could stand before.
      if (Object.keys(slide).length > Object.keys(slideShapes.points.fields).length)
        expect(value, layout).toContain('THE LEAD');
    }
  });

  test('shows every field of a layout', async () => {
    const { view } = await viewOf({ 'slides/00.md': EVERY_LAYOUT, 'slides/a.svg': SVG });
    const html = view.slides
      .filter(({ slide }) => slide.layout !== 'gallery')
      .map(
        ({ slide, section }) =>
          templates.value.draw(slide.layout, { talk: view.talk, section, slide }, contractOf(slide.layout), MET).value,
      )
      .join('');
    for (const words of [
      'A speaker',
      'a role',
      '1951',
      'event-marked',
      'years of',
      'Its &lt;caption&gt;',
      'What it shows',
      'hljs-keyword',
      'href="https://example.org"',
      'Thank you.',
      '<td>6</td>',
    ]) {
      expect(html).toContain(words);
    }
  });

  test('needs nothing that a strict page forbids', () => {
    for (const { text, path } of [...theme.value.layouts.values(), ...theme.value.partials.values()]) {
      expect(text, path).not.toMatch(/<script|<style|\son\w+=|https?:|javascript:|\{\{\{/i);
    }
    expect(theme.value.css).not.toMatch(/@import|url\(|https?:|<\/style/i);
  });

  test('has every token that its CSS asks for', () => {
    const { tokens, css } = theme.value;
    const known = new Set(
      Object.entries(tokens).flatMap(([group, values]) => Object.keys(values).map((token) => `--${group}-${token}`)),
    );
    const defined = new Set([...css.matchAll(/(--[\w-]+)\s*:/g)].map(([, property]) => property));
    const given = ['--slide-width', '--slide-height', '--slide-ratio', '--picture-ground'];
    for (const property of given) defined.add(property);
    const asked = [...css.matchAll(/var\((--[\w-]+)/g)].map(([, property = '']) => property);
    expect(asked.filter((property) => !known.has(property) && !defined.has(property))).toEqual([]);
    expect(asked.length).toBeGreaterThan(20);
  });

  test('finds all its fonts installed', () => {
    const shelf = new FontShelf(host, theme.value);
    for (const { family } of theme.value.fonts) {
      const faces = shelf.facesOf(family);
      expect(faces.length).toBeGreaterThan(0);
      for (const { file } of faces) expect(host.kindOf(file), file).toBe('file');
    }
    expect(shelf.findings).toEqual([]);
  });
});

/** Data of a layout with nothing in it. */
function emptyData(layout: string): object {
  return Object.fromEntries(Object.entries(contractOf(layout)).map(([name, shape]) => [name, emptyValue(shape)]));
}

function emptyValue(shape: Shape): unknown {
  if (shape.kind === 'record')
    return Object.fromEntries(Object.entries(shape.fields).map(([name, field]) => [name, emptyValue(field)]));
  const empty = { text: '', html: '', number: 0, flag: false, list: [], maybe: null };
  return empty[shape.kind];
}

describe('templates/README.md', () => {
  const text = readFileSync(new URL('../../templates/README.md', import.meta.url), 'utf8');
  const chapters = new Map(
    text
      .split(/^### /m)
      .slice(1)
      .map((chapter): [string, readonly string[]] => {
        const [title = '', ...lines] = chapter.split('\n');
        return [title.trim(), lines.flatMap((line) => /^- `([^`]+)`/.exec(line)?.[1] ?? [])];
      }),
  );

  /** The names of a record: `slide.columns[].heading` for what is in a list. */
  function namesOf(fields: Fields, prefix: string): readonly string[] {
    return Object.entries(fields).flatMap(([name, shape]) => [
      `${prefix}.${name}`,
      ...innerNames(shape, `${prefix}.${name}`),
    ]);
  }

  function innerNames(shape: Shape, name: string): readonly string[] {
    if (shape.kind === 'record') return namesOf(shape.fields, name);
    if (shape.kind === 'maybe') return innerNames(shape.of, name);
    if (shape.kind !== 'list') return [];
    return shape.of.kind === 'record' ? namesOf(shape.of.fields, `${name}[]`) : [`${name}[]`];
  }

  test('has a chapter for every slide and one for each layout and print, in the order of the contract', () => {
    expect([...chapters.keys()]).toEqual(['every slide', ...layoutNames, ...Object.keys(printShapes)]);
  });

  test.each(Object.entries(printShapes))('lists what the print %s is given', (kind, { talk: _, ...own }) => {
    const names = namesOf(own, '').map((name) => name.slice(1));
    const values = names.filter((name) => !['words', 'published'].includes(name));
    expect([...(chapters.get(kind) ?? [])].sort()).toEqual([...values].sort());
  });

  test('lists what every slide has', () => {
    const common = namesOf(slideShapes.points.fields, 'slide');
    const all = [...common, ...namesOf(talkShape.fields, 'talk'), ...namesOf(sectionShape.fields, 'section')];
    expect([...(chapters.get('every slide') ?? [])].sort()).toEqual([...all].sort());
  });

  test.each(layoutNames)('lists what the layout %s adds', (layout) => {
    const common = new Set(namesOf(slideShapes.points.fields, 'slide'));
    const own = namesOf(slideShapes[layout].fields, 'slide').filter((name) => !common.has(name));
    expect([...(chapters.get(layout) ?? [])].sort()).toEqual([...own].sort());
  });

  test('shows templates that name only what the view has', () => {
    const [example = ''] = text.match(/<div class="slide slide-points[\s\S]*?\n {4}<\/div>/) ?? [];
    expect(example).toContain('{{> body}}');
    const theme = loadTheme(host, { own: `${folder}/none`, builtIn }, 'base', null, 'en').value;
    const layouts = new Map([...theme.layouts, ['points', { path: 'README.md', text: example }]]);
    const { value } = compileTemplates({ ...theme, layouts });
    expect(value.draw('points', emptyData('points'), contractOf('points'), MET).findings).toEqual([]);
  });
});

test('the check of names would see a name that is not there, in a layout of a theme too', () => {
  const theme = loadTheme(host, { own: `${folder}/none`, builtIn }, 'horizon', null, 'en').value;
  const layouts = new Map(
    [...theme.layouts].map(([name, source]) => [
      name,
      { ...source, text: source.text.replaceAll('slide.density', 'slide.densty') },
    ]),
  );
  const { value } = compileTemplates({ ...theme, layouts });
  for (const layout of layoutNames) {
    expect(value.draw(layout, emptyData(layout), contractOf(layout), MET).findings[0]?.hint).toBe(
      'did you mean "slide.density"?',
    );
  }
});
