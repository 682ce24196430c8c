import { describe, expect, test } from 'vitest';
import { Html } from '../../src/text/html.ts';
import { HELPERS } from '../../src/theme/helpers.ts';
import { compileTemplates } from '../../src/theme/templates.ts';
import { placed } from '../talk/talk-of.ts';
import { drawText, drawWith, themeOf } from './draw-text.ts';

const slide = { title: 'R&D <b>', heading: new Html('<em>A</em>'), kicker: '', body: '' };

describe('a template', () => {
  test.each([
    ['escapes text', '{{slide.title}}', 'R&amp;D &lt;b&gt;'],
    ['writes HTML as it is', '{{slide.heading}}', '<em>A</em>'],
    ['asks for HTML', '{{#if slide.heading}}a{{/if}}{{#if slide.body}}b{{/if}}', 'a'],
    ['asks for text', '{{#if slide.title}}a{{/if}}{{#unless slide.kicker}}b{{/unless}}', 'ab'],
    ['escapes text in an attribute', '<p title="{{slide.title}}">', '<p title="R&amp;D &lt;b&gt;">'],
    ['draws a partial', 'a {{> p}} c', 'a R&amp;D &lt;b&gt; c'],
    ['does not indent what a partial writes', '  {{> lines}}\n', '  a\nb\n'],
    ['keeps its own words', '<p>&copy; \\o/ $1</p>', '<p>&copy; \\o/ $1</p>'],
  ])('%s', (_, text, html) => {
    const partials = { p: '{{slide.title}}', lines: 'a\nb\n' };
    expect(drawText(text, { data: { slide }, partials })).toEqual({ html, findings: [] });
  });

  test.each([
    ['the items', '{{#each slide.columns}}{{heading}};{{/each}}', 'A;B;'],
    ['their places', '{{#each slide.columns}}{{@index}}{{/each}}', '01'],
    ['their places by a name', '{{#each slide.columns as |column place|}}{{place}}{{column.heading}}{{/each}}', '0A1B'],
    ['what is around them', '{{#each slide.columns}}{{../slide.title}}{{/each}}', 'TT'],
    ['a partial for each', '{{#each slide.columns}}{{> item}}{{/each}}', '[A T][B T]'],
  ])('goes through a list: %s', (_, text, html) => {
    const data = { slide: { title: 'T', columns: [{ heading: new Html('A') }, { heading: new Html('B') }] } };
    expect(
      drawText(text, { layout: 'compare', data, partials: { item: '[{{heading}} {{@root.slide.title}}]' } }).html,
    ).toBe(html);
  });
});

describe('a template that cannot be read', () => {
  test.each([
    ['has a block that is closed by another', 'a\n{{#if slide.title}}\n{{/each}}', 2],
    ['has a block that is not closed', '{{#if slide.title}}\na\n', 3],
    ['has braces that are not closed', 'a\nb {{slide.title\nc', 2],
    ['has an else without a block', 'a\n\n{{else}}', 3],
    ['has a closing without a block', 'a\n{{/if}}', 2],
  ])('%s', (_, text, line) => {
    const { findings } = drawText(text);
    expect(findings.map(placed)).toEqual([`layouts/points.hbs:${line}:1 template-syntax`]);
    expect(findings[0]?.message).toMatch(/^this template cannot be read: [^\n]+$/);
    expect(findings[0]?.message).not.toMatch(/\d+:\d+$/);
  });

  test('is found whether it is a layout or a partial, used or not, and with all others', () => {
    const { findings } = compileTemplates(themeOf({ a: '{{', b: 'x' }, { c: '{{/if}}' }));
    expect(findings.map(placed)).toEqual(['layouts/a.hbs:1:1 template-syntax', 'partials/c.hbs:1:1 template-syntax']);
  });
});

describe('templates', () => {
  test('say which layouts there are', () => {
    expect(compileTemplates(themeOf({ b: '', a: '' })).value.layoutNames).toEqual(['a', 'b']);
  });

  test('say what is wrong with a layout once, however many slides use it', () => {
    const templates = compileTemplates(themeOf({ points: '{{slide.nothing}}' })).value;
    expect(drawWith(templates, 'points', {}).findings).toHaveLength(1);
    expect(drawWith(templates, 'points', {}).findings).toHaveLength(0);
  });

  test('say nothing of a layout that no slide uses', () => {
    const templates = compileTemplates(themeOf({ points: 'a', quote: '{{slide.nothing}}' })).value;
    expect(drawWith(templates, 'points', {})).toEqual({ html: 'a', findings: [] });
  });

  test('of two themes do not share their partials', () => {
    const one = compileTemplates(themeOf({ points: '{{> p}}' }, { p: 'one' })).value;
    const other = compileTemplates(themeOf({ points: '{{> p}}' }, { p: 'other' })).value;
    expect([one, other].map((templates) => drawWith(templates, 'points', {}).html)).toEqual(['one', 'other']);
  });
});

describe('the helper "between"', () => {
  test.each([
    ['begins', [596, 196, 0], '596'],
    ['ends', [596, 196, 1], '196'],
    ['is between', [0, 100, 0.25], '25'],
    ['has two decimals', [0, 1, 1 / 3], '0.33'],
    ['goes beyond', [0, 10, 1.5], '15'],
    ['takes texts as numbers', ['0', '10', '0.5'], '5'],
  ])('%s', (_, [from, to, fraction], value) => {
    expect(HELPERS.between?.(from, to, fraction)).toBe(value);
    expect(drawText(`{{between ${from} ${to} ${fraction}}}`).html).toBe(value);
  });
});
