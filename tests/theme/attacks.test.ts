import fc from 'fast-check';
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { expect, test } from 'vitest';
import { templateContracts } from '../../src/deck/slides.ts';
import { Html } from '../../src/text/html.ts';
import { compileTemplates } from '../../src/theme/templates.ts';
import { themeOf } from './draw-text.ts';

const PIECES = [
  ...['<b onclick="{{slide.title}}">', '<b title="{{slide.title}}">', '<a href="{{url slide.title}}">'],
  ...[
    '<p>',
    '</p>',
    '<p class="',
    '" id="',
    '">',
    "<b title='",
    "'>",
    '<a href="#',
    '<a href="',
    '<p ',
    '<p',
    '>',
    ' ',
  ],
  ...[
    '"',
    "'",
    '=',
    'class=',
    'on',
    '<p onclick="',
    '<p style="',
    'hidden',
    '<svg>',
    '<title>',
    '</title>',
    '<s',
    'cript>',
  ],
  ...['<!--', '-->', '<script>', '</script>', '<style>', '</style>', '<', '/', '#', 'x', '<set to="', '<img srcset="'],
];
const DATA = ['{{slide.title}}', '{{slide.title}}', '{{slide.heading}}', '{{url slide.title}}', '{{slide.number}}'];

const { template } = fc.letrec<{ template: string; part: string }>((tie) => ({
  template: fc.array(tie('part'), { maxLength: 6 }).map((parts) => parts.join('')),
  part: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
    { weight: 4, arbitrary: fc.constantFrom(...DATA) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(tie('template'), tie('template'))
        .map(([shown, other]) => `{{#if slide.kicker}}${shown}{{else}}${other}{{/if}}`),
    },
    { weight: 1, arbitrary: tie('template').map((shown) => `{{#if slide.id}}${shown}{{/if}}`) },
    { weight: 1, arbitrary: tie('template').map((item) => `{{#each slide.footnotes}}${item}{{/each}}`) },
  ),
}));

/** What an outline can hold at its worst, and what says nothing. */
const HOSTILE = 'javascript:alert(1)//"\'`>--></script></style></title><img src=x onerror=alert(1)> onclick=1 {{x}}';
const HARMLESS = 'xyz';

/** All that a page is made of but its words: elements, names of attributes, and the values that are more than words. */
function structure(node: Nodes): unknown {
  if (node.type === 'comment') return { comment: node.value };
  if (node.type === 'root') return node.children.map(structure);
  if (node.type !== 'element') return 'words';
  const { tagName, properties, children } = node;
  const telling = Object.entries(properties).map(([name, value]) => {
    const isScript = /^(?:href|srcSet)$/.test(name) && /^javascript:/i.test(String(value).trim());
    return isScript || /^on|^(?:style|to)$/i.test(name) ? `${name}=${value}` : name;
  });
  const words = /^(?:script|style)$/.test(tagName)
    ? children.map((child) => ('value' in child ? child.value : child.type))
    : children.filter(({ type }) => type !== 'text').map(structure);
  return { tagName, telling, words };
}

test('no data makes markup, a script or an address, in any template that is taken', () => {
  let taken = 0;
  const property = fc.property(template, fc.boolean(), fc.boolean(), fc.nat(2), (text, hasKicker, hasId, count) => {
    if (!text.includes('{{slide.title}}') && !text.includes('{{url')) return;
    const { value, findings } = compileTemplates(themeOf({ points: text }), templateContracts());
    if (findings.length > 0) return;
    taken += 1;
    const drawnWith = (title: string): unknown => {
      const footnotes = Array.from({ length: count }, () => ({ id: 'f' }));
      const own = { kicker: hasKicker ? 'k' : '', id: hasId ? 'i' : '', number: 7, heading: new Html('<em>h</em>') };
      const html = value.draw('points', { talk: {}, section: {}, slide: { ...own, title, footnotes } });
      return structure(fromHtml(`<div>${html}`, { fragment: true }));
    };
    expect(drawnWith(HOSTILE), text).toEqual(drawnWith(HARMLESS));
  });
  fc.assert(property, { numRuns: 6000 });
  expect(taken).toBeGreaterThan(300);
});
