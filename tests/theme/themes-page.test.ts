import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { templateContracts } from '../../src/deck/slides.ts';
import { createDiskHost } from '../../src/io/disk.ts';
import { createSource } from '../../src/text/source.ts';
import { loadTheme, themeSchema } from '../../src/theme/load.ts';
import { compileTemplates } from '../../src/theme/templates.ts';
import { layoutNames } from '../../src/view/contract.ts';
import { printShapes } from '../../src/view/print-contract.ts';
import { contractParts, withParts } from '../docs/contract-page.ts';
import { ROOT, readPage, tableUnder } from '../docs/pages.ts';

const PAGE = join(ROOT, 'docs/themes.md');
const builtIn = join(ROOT, 'templates');
const host = createDiskHost({ folder: ROOT, environment: {}, platform: 'linux', isRoot: false, home: '/' });

describe('docs/themes.md', () => {
  test('has what templates are given, as the contract has it, with examples that are made by the view', async () => {
    await expect(withParts(readFileSync(PAGE, 'utf8'), await contractParts())).toMatchFileSnapshot(PAGE);
  });

  test('has a heading for each layout and print', () => {
    const headings = readPage('docs/themes.md')
      .headings.filter(({ depth }) => depth === 3)
      .map(({ text }) => text);
    const others = ['Fields of theme.yaml', 'Sizes that follow the slide'];
    expect(headings.filter((heading) => !others.includes(heading))).toEqual([
      ...layoutNames,
      ...Object.keys(printShapes),
    ]);
  });

  test('has the fields of theme.yaml', () => {
    const { prose } = readPage('docs/themes.md');
    const fields = tableUnder(prose, 'Fields of theme.yaml').map(([field = '']) => field.replaceAll('`', ''));
    expect(fields).toEqual(Object.keys(themeSchema.entries));
  });

  test('names the partials of base', () => {
    const { partials } = loadTheme(host, { own: join(ROOT, 'none'), builtIn }, 'base', null, 'en').value;
    const { prose } = readPage('docs/themes.md');
    const lookup = prose.slice(prose.indexOf('\n## Lookup'), prose.indexOf('\n## Tokens'));
    for (const name of partials.keys()) expect(lookup).toContain(`\`${name}\``);
  });

  // The layout with fields of its own is drawn by the walk.
  const examples = readPage('docs/themes.md').blocks.filter(
    ({ language, heading }) => language === 'handlebars' && heading !== 'Add a layout of your own',
  );

  test.each(examples)('shows on line $line a template that Rostrum takes', ({ text }) => {
    const theme = loadTheme(host, { own: join(ROOT, 'none'), builtIn }, 'base', null, 'en').value;
    const layouts = new Map([...theme.layouts, ['points', createSource('themes.md', text)]]);
    expect(compileTemplates({ ...theme, layouts }, templateContracts()).findings).toEqual([]);
  });

  test('shows the footer of base as it is', () => {
    expect(readFileSync(join(builtIn, 'base/partials/foot.hbs'), 'utf8').trim()).toBe(examples[0]?.text);
    expect(examples.length).toBeGreaterThan(2);
  });

  test('shows the layout points of base as it is', () => {
    const [{ text } = { text: '' }] = examples.filter((example) => example.text.includes('slide-points'));
    const read = (name: string) => readFileSync(join(builtIn, 'base/layouts', name), 'utf8').trim();
    expect(text.replace('  {{> lead}}\n', '')).toBe(read('points.hbs'));
  });
});

test('a page without the marks of a part is no page of themes', () => {
  expect(() => withParts('<!-- made: a -->\n<!-- end -->', new Map([['b', '']]))).toThrow(/the parts a/);
});
