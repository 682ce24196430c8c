import { describe, expect, test } from 'vitest';
import type { Division } from '../../src/markdown/tree.ts';
import { WIDE_SIZE } from '../../src/text/slide-size.ts';
import { createSource } from '../../src/text/source.ts';
import { readNumber } from '../../src/typeset/chart-numbers.ts';
import { loadCharts } from '../../src/typeset/charts.ts';
import { parseText, placeAndRule } from '../markdown/parse-text.ts';

/** The chart that an outline holds, drawn, and what was found; `files` are those that it may name. */
async function drawn(outline: string, files: Readonly<Record<string, string>> = {}, lang = 'en') {
  const [division] = parseText(outline).blocks.filter((block): block is Division => block.kind === 'division');
  if (!division) throw new Error('the outline holds no division');
  const draw = await loadCharts([{ division, place: 'alone' }], WIDE_SIZE, lang, (path) =>
    createSource(path, files[path] ?? ''),
  );
  const { value, findings } = draw();
  return { html: value(division) ?? '', found: findings.map(placeAndRule) };
}

const chart = (attributes: string, ...rows: readonly string[]): string =>
  [`::: {.chart ${attributes}}`, ...rows.map((row) => `|${row}|`), ':::'].join('\n');
const SHIPS = ['Decade|Ships', '-|-', '1950s|120', '1960s|180'];

describe('a number', () => {
  test.each<readonly [string, string, number | null | undefined]>([
    ['120', 'en', 120],
    ['1,200', 'en', 1200],
    ['1,234,567.5', 'en', 1234567.5],
    ['1200.5', 'de', 1200.5],
    ['1.200', 'de', 1200],
    ['0.125', 'de', 0.125],
    ['1.200,5', 'de', 1200.5],
    ['1 200', 'fr', 1200],
    ["1'200", 'de-CH', 1200],
    ['-3.5 %', 'en', -3.5],
    ['−3', 'en', -3],
    ['$ 20', 'en', 20],
    ['-$20', 'en', -20],
    ['45 km', 'en', 45],
    ['', 'en', null],
    ['–', 'en', null],
    ['n/a', 'en', null],
    ['many', 'en', undefined],
    ['1,2,3', 'en', undefined],
    ['1.2.3', 'en', undefined],
    ['12-14', 'en', undefined],
    ['1', 'no language at all', 1],
  ])('%s in the language %s', (text, lang, number) => {
    expect(readNumber(text, lang.includes(' ') ? '' : lang)).toBe(number);
  });
});

describe('a chart', () => {
  test.each(['bar', 'line', 'area', 'pie', 'dot'])(
    'of the type %s shows its names and its values as written',
    async (type) => {
      const { html, found } = await drawn(chart(`type=${type}`, 'Place|Share', '-|-', 'North|12 %', 'South|45 %'));
      const [svg = ''] = /<svg[\s\S]*<\/svg>/.exec(html) ?? [];
      expect(found).toEqual([]);
      for (const word of ['North', 'South', '45 %']) expect(svg).toContain(word);
    },
  );

  test('has its data as a table for who cannot see it', async () => {
    const { html } = await drawn(chart('type=bar title="Ships"', ...SHIPS));
    expect(html).toContain(
      '<table class="visually-hidden"><caption>Ships</caption>' +
        '<thead><tr><th scope="col">Decade</th><th scope="col">Ships</th></tr></thead>' +
        '<tbody><tr><th scope="row">1950s</th><td>120</td></tr><tr><th scope="row">1960s</th><td>180</td></tr></tbody></table>',
    );
  });

  test('has the caption of its table as a title', async () => {
    const { html } = await drawn(chart('type=bar', ...SHIPS, '', 'Table: A *year*'));
    expect(html).toMatch(/^<figcaption>A year<\/figcaption><svg /);
  });

  test('has a title above it, and whose data it is under it', async () => {
    const { html } = await drawn(chart('type=bar title="A & B" credit="C"', ...SHIPS));
    expect(html).toMatch(/^<figcaption>A &amp; B<\/figcaption><svg .*<p class="credit">C<\/p>$/s);
  });

  test('takes colours and fonts from the theme, and holds no style of its own', async () => {
    const { html } = await drawn(chart('type=line', 'a|b|c', '-|-|-', 'd|1|2', 'e|3|4'));
    expect(html).toContain('stroke="var(--color-series-1)"');
    expect(html).toContain('fill="var(--color-series-2)"');
    expect(html).not.toMatch(/style|font-family|zr\d|ecmeta|#[0-9a-f]{3}|hover|defs/);
  });

  test('is the same whenever it is drawn', async () => {
    const outline = chart('type=line', ...SHIPS);
    expect((await drawn(outline)).html).toBe((await drawn(outline)).html);
  });

  test('shows text as text, whatever it is', async () => {
    const hostile = ['<script>alert(1)</script>', '{b}{c}', '"onload="alert(1)'];
    const { html } = await drawn(chart('type=bar src=a.csv title="<b>"'), {
      'a.csv': `x,</text><script>\n${hostile.map((name) => `"${name.replaceAll('"', '""')}",1`).join('\n')}`,
    });
    expect(html).not.toMatch(/<script|<b>|"onload/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('{b}{c}');
  });

  test('makes one of its parts stand out', async () => {
    const { html } = await drawn(chart('type=bar mark=1960s', ...SHIPS));
    expect(html.match(/fill="var\(--color-accent\)"/g)).toHaveLength(1);
    expect(html).not.toContain('series-1');
  });

  test('names each of several series at its end', async () => {
    const { html } = await drawn(chart('type=line', 'Year|Japan|Korea', '-|-|-', '1990|1|2', '2000|3|4'));
    expect(html).toMatch(/fill="var\(--color-series-1\)"[^>]*>Japan</);
    expect(html).toMatch(/fill="var\(--color-series-2\)"[^>]*>Korea</);
  });

  test('leaves a gap where there is no number', async () => {
    const { html, found } = await drawn(chart('type=line', 'a|b', '-|-', 'c|1', 'd|', 'e|3'));
    expect(found).toEqual([]);
    expect(html).toContain('<th scope="row">d</th><td></td>');
  });

  test('writes the numbers of its axis as the language does', async () => {
    const rows = ['a|b', '-|-', ...Array.from({ length: 20 }, (_, index) => `${index}|${index * 1000}`)];
    expect((await drawn(chart('type=bar', ...rows), {}, 'de')).html).toContain('>20.000<');
    expect((await drawn(chart('type=bar', ...rows), {}, 'en')).html).toContain('>20,000<');
  });

  test.each([
    ['commas', 'Year,Ships\n1990,"1,200"\n2000,3\n'],
    ['semicolons', 'Year;Ships\n1990;1,200\n2000;3\n'],
    ['tabs', 'Year\tShips\n1990\t1,200\n2000\t3\n'],
  ])('reads a file with values between %s', async (_, csv) => {
    const { html, found } = await drawn(chart('type=bar src=a.csv'), { 'a.csv': csv });
    expect(found).toEqual([]);
    expect(html).toContain('<th scope="row">1990</th><td>1,200</td>');
  });
});

describe('a chart is not drawn', () => {
  test.each([
    ['without a type', chart('', ...SHIPS), '1:1 unknown-chart-type'],
    ['of a type that is none', chart('type=bars', ...SHIPS), '1:13 unknown-chart-type'],
    ['without data', chart('type=bar'), '1:1 empty-chart'],
    ['without a row', chart('type=bar', 'a|b', '-|-'), '1:1 empty-chart'],
    ['without numbers', chart('type=bar', 'a', '-', 'b'), '1:1 empty-chart'],
    ['of 300 rows', chart('type=line', 'a|b', '-|-', ...Array.from({ length: 300 }, () => 'c|1')), '1:1 large-chart'],
    ['as a pie of several series', chart('type=pie', 'a|b|c', '-|-|-', 'd|1|2'), '1:1 unsuitable-chart'],
    ['as a pie with less than nothing', chart('type=pie', 'a|b', '-|-', 'd|-1'), '1:1 unsuitable-chart'],
  ])('%s', async (_, outline, found) => {
    expect(await drawn(outline)).toEqual({ html: '', found: [found] });
  });

  test('without a finding where a cell is no number, or a mark nothing', async () => {
    expect((await drawn(chart('type=bar', 'a|b', '-|-', 'c|many'))).found).toEqual(['4:4 chart-number']);
    expect((await drawn(chart('type=bar src=a.csv'), { 'a.csv': 'a,b\nc,1\nd,many' })).found).toEqual([
      '3:3 chart-number',
    ]);
    expect((await drawn(chart('type=bar mark=c', ...SHIPS))).found).toEqual(['1:22 unknown-mark']);
  });
});
