import { describe, expect, test } from 'vitest';
import { AssetBox } from '../../src/deck/assets.ts';
import { packMath, withoutFormulas } from '../../src/deck/math.ts';
import { createDiskHost } from '../../src/io/disk.ts';
import { createSource, spanOf } from '../../src/text/source.ts';
import { loadMath } from '../../src/typeset/math.ts';

const host = createDiskHost({ folder: '/', environment: {}, platform: 'linux', isRoot: false, home: '/' });
const folder = `${host.packageFolder('katex', import.meta.dirname)}/dist`;

async function facesOf(tex: string): Promise<readonly string[]> {
  const source = createSource('a.md', tex);
  const draw = await loadMath([{ kind: 'math', tex, isDisplay: true, span: spanOf(source, 0) }]);
  const { value } = draw();
  const box = new AssetBox();
  packMath(host, folder, box, value.html);
  return [...box.files.keys()].map((path) => /KaTeX_([\w-]+?)-[0-9a-f]{10}/.exec(path)?.[1] ?? path);
}

describe('the fonts of formulas', () => {
  test.each([
    ['1 + 1', ['Main-Regular']],
    ['x', ['Main-Regular', 'Math-Italic']],
    ['\\mathbf{v}', ['Main-Bold', 'Main-Regular']],
    ['\\mathbb{R}', ['AMS-Regular', 'Main-Regular']],
    ['\\text{\\textit{a}}', ['Main-Italic', 'Main-Regular']],
    ['\\sum', ['Main-Regular', 'Size2-Regular']],
    ['\\mathcal{L}', ['Caligraphic-Regular', 'Main-Regular']],
  ])('of %s are those that it uses', async (tex, expected) => {
    const faces = await facesOf(tex);
    expect(expected.filter((face) => !faces.includes(face))).toEqual([]);
    expect(faces.length).toBeLessThanOrEqual(expected.length + 1);
  });

  test('are none, and there is no CSS, without formulas', () => {
    const box = new AssetBox();
    expect(packMath(host, folder, box, [])).toBe('');
    expect(box.files.size).toBe(0);
  });

  test('name files beside the page, and nothing else', async () => {
    const draw = await loadMath([
      { kind: 'math', tex: 'x', isDisplay: false, span: spanOf(createSource('a.md', 'x'), 0) },
    ]);
    const { value } = draw();
    const css = packMath(host, folder, new AssetBox(), value.html);
    expect(css.match(/url\([^)]*\)/g)).toHaveLength(2);
    expect(css).toMatch(/url\(assets\/KaTeX_Main-Regular-[0-9a-f]{10}\.woff2\)/);
  });
});

describe('HTML without its formulas', () => {
  test.each([
    ['has what stands around them', '<p>a $x$ b $y$</p>', '<p>a  b </p>'],
    ['has all of it where there are none', '<p>a <span>b</span></p>', '<p>a <span>b</span></p>'],
    ['ends with one that never ends', 'a<span class="katex"><span>b</span>', 'a'],
  ])('%s', async (_, text, expected) => {
    const formulas = ['x', 'y'].map((tex) => ({
      kind: 'math' as const,
      tex,
      isDisplay: tex === 'y',
      span: spanOf(createSource('a.md', tex), 0),
    }));
    const { value } = (await loadMath(formulas))();
    const html = text.replace(/\$(.)\$/g, (_written, tex: string) => value.draw(tex, tex === 'y') ?? '');
    expect(withoutFormulas(html)).toBe(expected);
  });
});
