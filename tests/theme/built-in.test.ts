import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { contractOf, templateContracts } from '../../src/deck/slides.ts';
import { createDiskHost } from '../../src/io/disk.ts';
import type { LayoutData } from '../../src/theme/drawings.ts';
import { FontShelf } from '../../src/theme/fonts.ts';
import { listThemes } from '../../src/theme/list-themes.ts';
import { loadTheme } from '../../src/theme/load.ts';
import { compileTemplates } from '../../src/theme/templates.ts';
import { layoutNames, slideShapes } from '../../src/view/contract.ts';
import { printShapes } from '../../src/view/print-contract.ts';
import type { Shape } from '../../src/view/shape.ts';
import { SVG } from '../talk/talk-of.ts';
import { EVERY_LAYOUT } from '../view/every-layout.ts';
import { viewOf } from '../view/view-of.ts';

const folder = fileURLToPath(new URL('../..', import.meta.url));
const builtIn = fileURLToPath(new URL('../../templates', import.meta.url));
const host = createDiskHost({ folder, environment: {}, platform: 'linux', isRoot: false, home: '/' });

const names = listThemes(host, { own: `${folder}/none`, builtIn }).value.map(({ name }) => name);

test('all themes that ship are looked at', () => {
  for (const name of ['base', 'horizon']) expect(names).toContain(name);
});

describe.each(names)('the theme %s', (name) => {
  const theme = loadTheme(host, { own: `${folder}/none`, builtIn }, name, null, 'en');
  const templates = compileTemplates(theme.value, templateContracts());

  test('is whole', () => {
    expect([...theme.findings, ...templates.findings]).toEqual([]);
    expect(templates.value.layoutNames).toEqual([...layoutNames].sort());
  });

  test.each(layoutNames)('draws its layout %s with nothing in it', (layout) => {
    expect(templates.value.draw(layout, emptyData(layout)).trim()).toMatch(/^<div class="slide slide-[a-z]+ density-/);
  });

  test.each(Object.entries(printShapes))('draws its print %s with nothing in it', (kind, contract) => {
    const data = Object.fromEntries(Object.entries(contract).map(([field, shape]) => [field, emptyValue(shape)]));
    expect(templates.value.drawPrint(kind, data)).not.toContain('undefined');
  });

  test('shows lead and body of every slide, so that no text is lost', async () => {
    const { view } = await viewOf({ 'slides/00.md': EVERY_LAYOUT, 'slides/a.svg': SVG });
    for (const { slide, section } of view.slides) {
      const data = { talk: view.talk, section, slide: { ...slide, lead: 'THE LEAD', body: 'THE BODY' } };
      const layout = slide.layout === 'gallery' ? 'points' : slide.layout;
      const value = templates.value.draw(layout, data);
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
      .map(({ slide, section }) => templates.value.draw(slide.layout, { talk: view.talk, section, slide }))
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
    // What has another value behind it may be missing: tokens that only a brand gives.
    const asked = [...css.matchAll(/var\((--[\w-]+)\)/g)].map(([, property = '']) => property);
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
function emptyData(layout: string): LayoutData {
  return Object.fromEntries(Object.entries(contractOf(layout)).map(([name, shape]) => [name, emptyValue(shape)]));
}

function emptyValue(shape: Shape): unknown {
  if (shape.kind === 'record')
    return Object.fromEntries(Object.entries(shape.fields).map(([name, field]) => [name, emptyValue(field)]));
  const empty = { text: '', html: '', number: 0, flag: false, list: [], maybe: null };
  return empty[shape.kind];
}

test('the check of names would see a name that is not there, in a layout of a theme too', () => {
  const theme = loadTheme(host, { own: `${folder}/none`, builtIn }, 'horizon', null, 'en').value;
  const layouts = new Map(
    [...theme.layouts].map(([name, source]) => [
      name,
      { ...source, text: source.text.replaceAll('slide.density', 'slide.densty') },
    ]),
  );
  const { findings } = compileTemplates({ ...theme, layouts }, templateContracts());
  expect(findings.map(({ span }) => span?.source.path).sort()).toEqual(
    [...layouts.values()].map(({ path }) => path).sort(),
  );
  for (const { hint } of findings) expect(hint).toBe('did you mean "slide.density"?');
});
