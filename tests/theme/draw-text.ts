import { templateContracts } from '../../src/deck/slides.ts';
import { NONE_DECLARED } from '../../src/text/declared-layouts.ts';
import type { Finding } from '../../src/text/finding.ts';
import { createSource, type Source, spanOf } from '../../src/text/source.ts';
import { compileTemplates } from '../../src/theme/templates.ts';
import type { Theme } from '../../src/theme/types.ts';

type Texts = Readonly<Record<string, string>>;

const sources = (folder: string, texts: Texts): ReadonlyMap<string, Source> =>
  new Map(Object.entries(texts).map(([name, text]) => [name, createSource(`${folder}/${name}.hbs`, text)]));

/** A theme of nothing but templates. */
export function themeOf(layouts: Texts, partials: Texts = {}, prints: Texts = {}): Theme {
  return {
    name: 'test',
    layouts: sources('layouts', layouts),
    declared: NONE_DECLARED,
    partials: sources('partials', partials),
    prints: sources('prints', prints),
    scheme: 'light',
    tokens: {},
    otherTokens: {},
    lacking: { light: [], dark: [] },
    fonts: [],
    css: '',
    readingCss: '',
    inkCss: '',
    printCss: '',
    words: { slides: {}, deck: {}, speaker: {}, print: {}, gallery: {} },
  };
}

/** The place in an outline that asks for a layout. */
export const MET = spanOf(createSource('slides/00.md', '## A'), 0);

/** A template drawn as the layout of a slide: its HTML, or what is wrong with it. */
export function drawText(
  text: string,
  { layout = 'points', data = {}, partials = {} }: { layout?: string; data?: object; partials?: Texts } = {},
): { readonly html: string; readonly findings: readonly Finding[] } {
  const met = new Map([[layout, MET]]);
  const { value, findings } = compileTemplates(themeOf({ [layout]: text }, partials), templateContracts(), { met });
  return { html: findings.length > 0 ? '' : value.draw(layout, { ...data }), findings };
}
