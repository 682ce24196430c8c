import { describe, expect, test } from 'vitest';
import { shareFonts } from '../../src/deck/gallery-fonts.ts';

/** A face of Inter, whatever it is called. */
const face = (family: string, weight: number): string =>
  `@font-face{font-family:"${family}";font-weight:${weight};src:url(assets/inter-${weight}.woff2) format("woff2")}\n`;

describe('the fonts of several themes on one page', () => {
  test('are there once where the themes have the same, and the rest of the CSS stays as it is', () => {
    const css = ':host{--font-sans:Inter, serif;}\n.a{font:400 1em Inter}\n';
    const { faces, css: bare } = shareFonts([face('Inter', 400) + css, face('Inter', 400) + css]);
    expect(faces).toBe(face('Inter', 400));
    expect(bare).toEqual([css, css]);
  });

  test.each([
    ['a token', ':host{--font-sans:Inter, serif;}', ':host{--font-sans:"Inter (2)", serif;}'],
    ['quotation marks', ".a{font-family:'Inter', serif}", '.a{font-family:"Inter (2)", serif}'],
    ['a shorthand', '.a{color:red;font:600 2em / 1 Inter}', '.a{color:red;font:600 2em / 1 "Inter (2)"}'],
    ['a value to choose from', ':host{--font-a:var(--b,Inter)}', ':host{--font-a:var(--b,"Inter (2)")}'],
    ['another family', '.a{font-family:Inter Tight,"Inter Tight"}', '.a{font-family:Inter Tight,"Inter Tight"}'],
    ['a selector', '.Inter{color:red}', '.Inter{color:red}'],
  ])('have another name where the faces differ, in %s', (_, css, expected) => {
    const { faces, css: bare } = shareFonts([face('Inter', 400), face('Inter', 400) + face('Inter', 900) + css]);
    expect(faces).toBe(face('Inter', 400) + face('Inter (2)', 400) + face('Inter (2)', 900));
    expect(bare[1]).toBe(expected);
  });

  test('are taken out of CSS that a theme writes itself, too', () => {
    const { faces, css } = shareFonts(["@font-face { font-family: 'Own'; src: url(data:font/woff2,) }\n.a{color:red}"]);
    expect(faces).toContain('font-family: "Own"');
    expect(css).toEqual(['.a{color:red}']);
  });
});
