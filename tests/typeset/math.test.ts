import { describe, expect, test } from 'vitest';
import { createSource, spanOf } from '../../src/text/source.ts';
import { loadMath } from '../../src/typeset/math.ts';
import { placeAndRule } from '../markdown/parse-text.ts';

async function drawn(...formulas: readonly string[]) {
  const source = createSource('a.md', formulas.join('\n'));
  const nodes = formulas.map((tex, index) => {
    const start = formulas.slice(0, index).join('\n').length + Math.min(index, 1);
    return { kind: 'math', tex, isDisplay: false, span: spanOf(source, start, start + tex.length) } as const;
  });
  const draw = await loadMath(nodes);
  const { value, findings } = draw();
  return { value, found: findings.map(placeAndRule), messages: findings.map(({ message }) => message) };
}

describe('a formula', () => {
  test('is drawn with its MathML and its source for screen readers', async () => {
    const { value, found } = await drawn('x^2');
    const html = value.draw('x^2', false) ?? '';
    expect(found).toEqual([]);
    expect(html).toContain('<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics>');
    expect(html).toContain('<annotation encoding="application/x-tex">x^2</annotation>');
    expect(html).toContain('class="katex-html" aria-hidden="true"');
  });

  test('is drawn once, however often it stands in the talk', async () => {
    expect((await drawn('x', 'x', 'y')).value.html).toHaveLength(2);
  });

  test('has nothing of what another one defines', async () => {
    expect((await drawn('\\gdef\\a{b}\\a', '\\a')).found).toEqual(['2:1 invalid-math']);
  });

  test('that nobody asked for is not there', async () => {
    expect((await drawn('x')).value.draw('y', false)).toBeNull();
  });

  test.each([
    ['a command that nobody knows', 'a + \\foo', '1:5 invalid-math'],
    ['a brace that is not closed', '\\frac{1}{', '1:9 invalid-math'],
    ['a link', 'x \\href{javascript:alert(1)}{y}', '1:3 invalid-math'],
    ['an address', '\\url{https://example.com}', '1:1 invalid-math'],
    ['a picture', '\\includegraphics{https://example.com/a.png}', '1:1 invalid-math'],
    ['a class', '\\htmlClass{fragment}{x}', '1:1 invalid-math'],
    ['an id', '\\htmlId{a}{x}', '1:1 invalid-math'],
    ['a style', '\\htmlStyle{position: fixed}{x}', '1:1 invalid-math'],
    ['data', '\\htmlData{auto-animate=1}{x}', '1:1 invalid-math'],
    ['an expansion without end', '\\def\\a{x\\a}\\a', '1:1 invalid-math'],
    ['a text that is longer than any formula', 'x'.repeat(6000), '1:1 invalid-math'],
  ])('cannot be drawn: %s', async (_, tex, expected) => {
    const { found, value } = await drawn(tex);
    expect(found).toEqual([expected]);
    expect(value.draw(tex, false)).toBeNull();
  });

  test('makes nothing larger than a slide', async () => {
    const html = (await drawn('\\rule{100000em}{100000em}')).value.html.join('');
    const seen = html.slice(html.indexOf('class="katex-html"'));
    const sizes = [...seen.matchAll(/(\d+(?:\.\d+)?)em/g)].map(([, em]) => Number(em));
    expect(Math.max(...sizes)).toBeLessThan(200);
  });

  test('says what stands in it as text, not as HTML', async () => {
    const html = (await drawn('\\text{<img src=x onerror=alert(1)>}')).value.html.join('');
    expect(html).not.toContain('<img');
  });
});
