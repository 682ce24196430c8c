import Handlebars from 'handlebars';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { drawSlides, templateContracts } from '../../src/deck/slides.ts';
import { Html } from '../../src/text/html.ts';
import { HELPERS } from '../../src/theme/helpers.ts';
import { compileTemplates, type Templates } from '../../src/theme/templates.ts';
import type { Theme } from '../../src/theme/types.ts';
import { placed } from '../talk/talk-of.ts';
import { viewOf } from '../view/view-of.ts';
import { drawText, MET, themeOf } from './draw-text.ts';

const compile = (theme: Theme, previous?: Templates) =>
  compileTemplates(theme, templateContracts(), previous ? { previous } : {});

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

  test('is found whether it is a layout, a partial or a print, used or not, and with all others', () => {
    const { findings } = compile(themeOf({ a: '{{', b: 'x' }, { c: '{{/if}}' }, { notes: '{{' }));
    expect(findings.map(placed)).toEqual([
      'layouts/a.hbs:1:1 template-syntax',
      'partials/c.hbs:1:1 template-syntax',
      'prints/notes.hbs:1:1 template-syntax',
    ]);
  });

  test('is not found once more where it is called', () => {
    expect(drawText('{{> p}}', { partials: { p: '{{' } }).findings.map(placed)).toEqual([
      'partials/p.hbs:1:1 template-syntax',
    ]);
  });
});

describe('all templates are checked at start', () => {
  test.each([
    [
      'a layout that no slide uses',
      themeOf({ points: 'a', quote: '{{slide.nothing}}' }),
      'layouts/quote.hbs:1:3 unknown-name',
    ],
    ['a partial of one', themeOf({ quote: '{{> p}}' }, { p: '{{nothing}}' }), 'partials/p.hbs:1:3 unknown-name'],
    ['a print', themeOf({}, {}, { notes: '{{slide.body}}' }), 'prints/notes.hbs:1:3 unknown-name'],
    [
      'a partial of a print',
      themeOf({}, { p: '{{nothing}}' }, { notes: '{{> p}}' }),
      'partials/p.hbs:1:3 unknown-name',
    ],
    ['a print of no kind', themeOf({}, {}, { handuot: 'a' }), 'prints/handuot.hbs:1:1 unknown-print'],
    [
      'a print of no kind with the name of a method',
      themeOf({}, {}, { toString: 'a' }),
      'prints/toString.hbs:1:1 unknown-print',
    ],
    [
      'a helper in a partial that nobody calls',
      themeOf({}, { p: '{{betwen 1 2 3}}' }),
      'partials/p.hbs:1:3 unknown-helper',
    ],
    [
      'a partial that nobody calls calls one that is not there',
      themeOf({}, { p: '{{> q}}' }),
      'partials/p.hbs:1:1 unknown-partial',
    ],
    [
      'a place in a partial that nobody calls',
      themeOf({}, { p: '<b class={{name}}>' }),
      'partials/p.hbs:1:10 unsafe-place',
    ],
  ])('%s', (_, theme, found) => {
    expect(compile(theme).findings.map(placed)).toEqual([found]);
  });

  test('but not the names in a partial that nobody calls: what it would be given is not known', () => {
    const partials = {
      p: '{{heading}}{{#each things}}{{name.first}}{{/each}}{{#with slide}}{{../x}}{{/with}}<a href="{{x}}">',
    };
    expect(compile(themeOf({}, partials)).findings).toEqual([]);
  });

  test('each mistake once, however many layouts share its partial, with the first slide that meets it', () => {
    const layouts = { points: '{{> p}}', quote: '{{> p}}{{slide.quote}}', table: '{{> p}}' };
    const met = new Map([['table', MET]]);
    const { findings } = compileTemplates(themeOf(layouts, { p: '{{slide.nothing}}' }), templateContracts(), { met });
    expect(findings.map(placed)).toEqual(['partials/p.hbs:1:3 unknown-name']);
    expect(findings[0]?.related).toEqual({ message: 'met when drawing', span: MET });
  });

  test('without a slide where no slide meets it', () => {
    expect(compile(themeOf({ points: '{{nothing}}' })).findings[0]).not.toHaveProperty('related');
  });

  test('and a faulty one is not drawn', () => {
    const { value } = compile(themeOf({ points: '{{nothing}}', quote: 'a' }, {}, { notes: '{{nothing}}' }));
    expect(() => value.draw('points', {})).toThrow(/"points"/);
    expect(() => value.drawPrint('notes', {})).toThrow(/"notes"/);
    expect(value.draw('quote', {})).toBe('a');
  });
});

describe('templates', () => {
  test('say which layouts there are', () => {
    expect(compile(themeOf({ b: '', a: '' })).value.layoutNames).toEqual(['a', 'b']);
  });

  test('of two themes do not share their partials', () => {
    const drawn = ['one', 'other'].map((p) => compile(themeOf({ points: '{{> p}}' }, { p })).value.draw('points', {}));
    expect(drawn).toEqual(['one', 'other']);
  });
});

describe('a slide is drawn once', () => {
  const between = vi.spyOn(HELPERS.between, 'run');
  beforeEach(() => between.mockClear());
  const count = (): number => between.mock.calls.length;

  /** Two layouts that count how often they are drawn, the first with a partial. */
  const counted = (foot = 'foot', quote = ''): Theme =>
    themeOf(
      { points: '{{between 0 1 1}}{{slide.title}}{{> foot}}', quote: `{{between 0 1 1}}{{slide.title}}${quote}` },
      { foot },
    );
  const dataOf = (title: string) => ({ talk: { title: 'T' }, section: {}, slide: { title } });
  const [one, other] = [dataOf('one'), dataOf('other')];

  test('from the same data, and from data of the same objects', () => {
    const { value } = compile(counted());
    expect(value.draw('points', one)).toBe('1onefoot');
    expect(value.draw('points', one)).toBe('1onefoot');
    expect(value.draw('points', { ...one })).toBe('1onefoot');
    expect(count()).toBe(1);
    expect(value.draw('points', other)).toBe('1otherfoot');
    expect(value.draw('points', { ...one, talk: { title: 'U' } })).toBe('1onefoot');
    expect(count()).toBe(3);
  });

  test('by each layout for itself', () => {
    const { value } = compile(counted());
    expect([value.draw('points', one), value.draw('quote', one)]).toEqual(['1onefoot', '1one']);
  });

  test('over states of the talk, from the same data and from equal data', () => {
    const first = compile(counted()).value;
    first.draw('points', one);
    first.draw('points', other);
    const second = compile(counted(), first).value;
    expect(second.draw('points', one)).toBe('1onefoot');
    expect(second.draw('points', structuredClone(other))).toBe('1otherfoot');
    const third = compile(counted(), second).value;
    expect(third.draw('points', structuredClone(one))).toBe('1onefoot');
    expect(count()).toBe(2);
    third.draw('points', dataOf('new'));
    expect(count()).toBe(3);
  });

  test('and again when its layout has another partial, while other layouts draw nothing', () => {
    const first = compile(counted()).value;
    first.draw('points', one);
    first.draw('quote', other);
    const second = compile(counted('bottom'), first).value;
    expect(second.draw('quote', other)).toBe('1other');
    expect(count()).toBe(2);
    expect(second.draw('points', one)).toBe('1onebottom');
    expect(count()).toBe(3);
  });

  test('and again when its layout is another, and when a partial of a partial is', () => {
    const first = compile(counted()).value;
    first.draw('quote', one);
    expect(compile(counted('foot', '!'), first).value.draw('quote', one)).toBe('1one!');
    const layouts = { points: '{{> p}}' };
    const inner = compile(themeOf(layouts, { p: '{{> q}}', q: 'a' })).value;
    inner.draw('points', one);
    expect(compile(themeOf(layouts, { p: '{{> q}}', q: 'b' }), inner).value.draw('points', one)).toBe('b');
  });

  test('and again after a state in which it was not there', () => {
    const first = compile(counted()).value;
    first.draw('points', one);
    const third = compile(counted(), compile(counted(), first).value).value;
    third.draw('points', one);
    expect(count()).toBe(2);
  });

  test('and again when a text is HTML now, of the same signs', () => {
    const first = compile(counted()).value;
    const html = { ...one, slide: { title: new Html('<b>') } };
    expect(first.draw('points', { ...one, slide: { title: '<b>' } })).toBe('1&lt;b&gt;foot');
    expect(compile(counted(), first).value.draw('points', html)).toBe('1<b>foot');
  });

  test('by all kinds of print together', async () => {
    const { view } = await viewOf({ 'slides/00.md': '# A\n\n## B\n\nc\n\n## D\n\ne' });
    const { value } = compile(themeOf({ title: '{{between 0 1 1}}', points: '{{between 0 1 1}}', statement: '' }));
    const first = drawSlides(view, value);
    expect(drawSlides({ ...view, slides: [...view.slides] }, value)).toEqual(first);
    expect(count()).toBe(view.slides.length);
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
    expect(HELPERS.between.run(from, to, fraction)).toBe(value);
    expect(drawText(`{{between ${from} ${to} ${fraction}}}`).html).toBe(value);
  });
});

describe('the helper "url"', () => {
  test.each([
    ['lets an address of the web through', 'https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['lets one without a lock through', 'HTTP://example.org', 'HTTP://example.org'],
    ['lets an address of a person through', 'mailto:ada@example.org', 'mailto:ada@example.org'],
    ['lets a place of the page through', '#a:b', '#a:b'],
    ['lets what is beside the page through', 'media/a.png?b:c', 'media/a.png?b:c'],
    ['takes spaces around it away', ' a/b ', 'a/b'],
    ['lets no script through', 'javascript:alert(1)', ''],
    ['lets no script through that hides', ' java\tscr\nipt\u200b:alert(1)', ''],
    ['lets no script through that begins with what is not seen', '\u0001javascript:alert(1)', ''],
    ['lets no other scheme through', 'data:text/html,<b>', ''],
    ['lets no file through', 'file:///etc/passwd', ''],
    ['makes nothing of nothing', '', ''],
  ])('%s', (_, written, value) => {
    expect(HELPERS.url.run(written)).toBe(value);
    const { html, findings } = drawText('<a href="{{url slide.title}}">', { data: { slide: { title: written } } });
    expect(findings).toEqual([]);
    expect(html).toBe(`<a href="${Handlebars.escapeExpression(value)}">`);
  });

  test('makes nothing of what is not there', () => {
    expect(HELPERS.url.run(undefined)).toBe('');
  });
});
