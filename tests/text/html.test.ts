import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeHtml, Html } from '../../src/text/html.ts';

describe('escaping', () => {
  test.each([
    ['leaves plain text alone', 'Kishi stood firm', 'Kishi stood firm'],
    ['escapes what begins a tag', '<script>', '&lt;script&gt;'],
    ['escapes what ends an attribute', `"'`, '&quot;&#39;'],
    ['escapes what begins a reference', '&lt;', '&amp;lt;'],
    ['escapes every one of them', '<<&&', '&lt;&lt;&amp;&amp;'],
  ])('%s', (_, text, html) => {
    expect(escapeHtml(text)).toBe(html);
  });

  test('leaves nothing that could begin a tag, a reference or end a value, and loses nothing', () => {
    const characters: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('&', '<', '>', '"', "'", 'a', ';', '#', 'amp;') }), (text) => {
        const html = escapeHtml(text);
        expect(html).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
        expect(html.replace(/&(?:amp|lt|gt|quot|#39);/g, (reference) => characters[reference] ?? '')).toBe(text);
      }),
      { seed: 65 },
    );
  });
});

test('HTML is told from text by its kind, and gives itself to templates as it is', () => {
  const html = new Html('<b>x</b>');
  expect(html.toHTML()).toBe('<b>x</b>');
  expect(String(html)).toBe('<b>x</b>');
});
