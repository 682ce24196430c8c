import { describe, expect, test } from 'vitest';
import { packPictures, renderDeck } from '../../src/deck/deck.ts';
import { renderSlides } from '../../src/deck/slide-pages.ts';
import { contractOf, templateContracts } from '../../src/deck/slides.ts';
import { formatPlace } from '../../src/text/frame.ts';
import { createSource, spanOf } from '../../src/text/source.ts';
import { loadTheme } from '../../src/theme/load.ts';
import { compileTemplates } from '../../src/theme/templates.ts';
import { layoutNames, slideShapes } from '../../src/view/contract.ts';
import { viewTalk } from '../../src/view/view.ts';
import { type Files, hostOf, talkOf } from '../talk/talk-of.ts';
import { plainSurroundings } from '../view/surroundings.ts';
import { CLIENT } from './drawn.ts';

const face = (family: string, file: string, range: string, style = 'normal', weight = 400) =>
  `@font-face { font-family: '${family}'; font-style: ${style}; font-weight: ${weight}; src: url(./files/${file}.woff2) format('woff2'); unicode-range: ${range}; }\n`;

const THEME: Files = {
  'built-in/base/theme.yaml': `name: base
tokens:
  font: {serif: "Serif, 'Kana Sans', serif", mono: Mono}
  color: {ink: black}
fonts:
  - {family: Serif, package: "@fonts/serif", faces: [400, 400-italic, 700]}
  - {family: Kana Sans, package: "@fonts/kana", faces: [400]}
  - {family: Mono, package: "@fonts/mono", faces: [400]}
`,
  'built-in/base/reading.css': 'p{margin:0}\n',
  'built-in/base/theme.css': '.slide{color:var(--color-ink)}\n',
  ...Object.fromEntries(
    layoutNames.map((name) => [
      `built-in/base/layouts/${name}.hbs`,
      `<div class="slide">{{slide.heading}}{{slide.body}}</div>\n`,
    ]),
  ),
  'built-in/base/layouts/figure.hbs': '<img src="{{slide.picture.src}}" alt="{{slide.picture.alt}}">',
  'built-in/base/layouts/code.hbs': '{{slide.code}}',
  'node_modules/@fonts/serif/400.css': face('Serif', 'serif', 'U+0-FF'),
  'node_modules/@fonts/serif/400-italic.css': face('Serif', 'serif-italic', 'U+0-FF', 'italic'),
  'node_modules/@fonts/serif/700.css': face('Serif', 'serif-bold', 'U+0-FF', 'normal', 700),
  'node_modules/@fonts/kana/400.css': face('Kana Sans', 'kana', 'U+3000-9FFF'),
  'node_modules/@fonts/mono/400.css': face('Mono', 'mono', 'U+0-FF'),
  ...Object.fromEntries(
    [
      'serif/files/serif',
      'serif/files/serif-italic',
      'serif/files/serif-bold',
      'kana/files/kana',
      'mono/files/mono',
    ].map((path) => [`node_modules/@fonts/${path}.woff2`, `font ${path}`]),
  ),
};

/** The deck and the page to print of a talk in a small theme. */
function render(files: Files) {
  const host = hostOf({ ...THEME, ...files });
  const theme = loadTheme(host, { own: '/desk/templates', builtIn: '/desk/built-in' }, 'base', null, 'en').value;
  const { talk } = talkOf(host, '.', theme.declared);
  const templates = compileTemplates(theme, templateContracts(theme.declared)).value;
  const packed = packPictures(host, theme, talk.media);
  const view = viewTalk(talk, plainSurroundings({ pictureUrl: (src) => packed.addresses.get(src) ?? '' }));
  const parts = { view, theme, templates, packed, math: { html: [], css: '' } };
  const facts = { ...talk, picture: packed.addresses.get(talk.picture) ?? '', version: '0' };
  const deck = renderDeck(host, parts, CLIENT, facts);
  const text = (path: string): string => new TextDecoder().decode(deck.value.files.get(path));
  return {
    page: text('index.html'),
    text,
    assets: [...deck.value.files.keys()].filter((path) => path !== 'index.html'),
    findings: deck.findings,
    printable: () => renderSlides(host, parts).value,
  };
}

const plainNames = (assets: readonly string[]): readonly string[] =>
  assets.map((path) => path.replace(/^assets\/(.*)-[0-9a-f]{10}(\.\w+)$/, '$1$2')).sort();

describe('a deck', () => {
  test('holds its page, and every file that the page names, and no other', () => {
    const { page, assets } = render({
      'slides/00.md': '# A 安\n\n## B\n\n![c](d.svg)\n\n## E\n\n```\nf\n```',
      'slides/d.svg': '<svg/>',
    });
    const named = [...page.matchAll(/assets\/[\w.-]+/g)].map(([path]) => path);
    expect([...new Set(named)].sort()).toEqual([...assets].sort());
    expect(plainNames(assets)).toEqual([
      'd.svg',
      'kana.woff2',
      'mono.woff2',
      'serif-bold.woff2',
      'serif-italic.woff2',
      'serif.woff2',
    ]);
  });

  test('has the fonts, the tokens and the controls for both views, and CSS of its own for each of them', () => {
    const { page } = render({ 'slides/00.md': '# A' });
    const [shared, slides, reading] = [...page.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css]) => css);
    expect(shared).toMatch(/^(?:@font-face\{[^}]*\}\n)+:root\{[^}]*--color-ink:black;[^}]*\}\n\.bar\{\}\n$/);
    expect(slides).toBe('.reveal{}\n.slide{color:var(--color-ink)}\n');
    expect(reading).toBe('p{margin:0}\n');
  });

  test('shows the notes of a handout in its page, and not on paper', () => {
    const { page, printable } = render({ 'slides/00.md': '# A\n\n::: handout\nBooks\n:::\n' });
    expect(page).toContain('<div class="handout" role="note" aria-label=""><p>Books</p></div>');
    expect(printable().parts.join('')).not.toContain('Books');
  });

  test('names its fonts as CSS has it', () => {
    const { page } = render({ 'slides/00.md': '# A' });
    expect(page).toMatch(
      /@font-face\{font-family:"Serif";font-style:italic;font-weight:400;font-display:block;src:url\(assets\/serif-italic-[0-9a-f]{10}\.woff2\) format\("woff2"\);unicode-range:U\+0-FF\}/,
    );
  });

  test('has the fonts for code only where there is code', () => {
    expect(plainNames(render({ 'slides/00.md': '# A' }).assets)).not.toContain('mono.woff2');
    expect(plainNames(render({ 'slides/00.md': '# A `b`' }).assets)).toContain('mono.woff2');
  });

  test('has the fonts of other scripts only where there are such words', () => {
    expect(plainNames(render({ 'slides/00.md': '# A' }).assets)).not.toContain('kana.woff2');
    expect(plainNames(render({ 'slides/00.md': '# 安保' }).assets)).toContain('kana.woff2');
    expect(plainNames(render({ 'slides/00.md': '# A\n\nNote: 安保' }).assets)).not.toContain('kana.woff2');
  });

  test('tells of the characters that no font has, once, as a warning', () => {
    const { findings } = render({ 'slides/00.md': '# ☃ A\n\n## ☃ 😀' });
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['unbundled-character', 'warning']]);
    expect(findings[0]?.message).toContain('☃ (U+2603), 😀 (U+1F600)');
  });

  test('is the same bytes for the same talk', () => {
    const files = { 'slides/00.md': '# A 安\n\n![c](d.svg)', 'slides/d.svg': '<svg font-family="Serif"/>' };
    const [one, other] = [render(files), render(files)];
    expect(one.page).toBe(other.page);
    expect(one.assets).toEqual(other.assets);
  });

  test('has neither notes, nor hidden slides, nor what is private in any of its files', () => {
    const outline =
      '# A\n\nNote: secret\n\n## B {.hidden}\n\nsecret ![secret](secret.svg)\n\n## C\n\n::: private\nsecret\n:::\n\n<!-- secret -->';
    const { page, text, assets, printable } = render({
      'slides/00.md': outline,
      'slides/secret.svg': '<svg/>',
      'slides/article.md': 'secret',
    });
    expect([page, printable().parts.join(''), ...assets, ...assets.map(text)].join()).not.toContain('secret');
  });
});

describe('a page to print', () => {
  test('has the slides and files of the deck, without reveal.js', () => {
    const { printable, assets } = render({
      'slides/00.md': '# A {#x}\n\n## B\n\n![c](d.svg)',
      'slides/d.svg': '<svg/>',
    });
    const { parts, assets: printed } = printable();
    const html = parts.join('');
    expect([...printed.keys()]).toEqual(assets);
    expect([...html.matchAll(/<article class="page" id="(\w+)">/g)].map(([, id]) => id)).toEqual(['x', 'b']);
    expect(html).not.toMatch(/\.reveal|<script/);
  });
});

describe('what is wrong with fonts stops the deck', () => {
  test('a font that is not installed', () => {
    const files = { 'node_modules/@fonts/kana/400.css': '', 'slides/00.md': '# A' };
    expect(() => render(files)).not.toThrow();
    const theme = {
      'built-in/base/theme.yaml':
        'name: base\ntokens: {font: {serif: Gone}}\nfonts: [{family: Gone, package: gone, faces: [400]}]',
    };
    expect(() => render({ ...theme, 'slides/00.md': '# A' })).toThrow('the font package "gone" is not installed');
  });
});

describe('a drawing', () => {
  /** The names of the fonts that a drawing gets, and the drawing. */
  function drawn(svg: string) {
    const { assets, text } = render({ 'slides/00.md': '# A\n\n![b](c.svg)', 'slides/c.svg': svg });
    const drawing = text(assets.find((path) => path.endsWith('.svg')) ?? '');
    const fonts = [...drawing.matchAll(/base64,([\w+/=]+)/g)].map(([, data = '']) =>
      Buffer.from(data, 'base64').toString(),
    );
    return { drawing, fonts: fonts.map((font) => font.replace(/.*\//, '')) };
  }

  test.each([
    ['as an attribute', '<svg><text font-family="Serif">a</text></svg>', ['serif']],
    ['as an attribute in single quotes', "<svg><text font-family='Serif'>a</text></svg>", ['serif']],
    ['with quotes inside', `<svg><text font-family="'Kana Sans', serif">安</text></svg>`, ['kana']],
    ['in a style', '<svg><text style="font-family: Serif; fill: red">a</text></svg>', ['serif']],
    ['in a style with quotes', `<svg><text style="font-family:'Kana Sans'">安</text></svg>`, ['kana']],
    ['in a sheet', '<svg><style>text{font-family:Serif}</style><text>a</text></svg>', ['serif']],
    ['on the drawing itself', '<svg font-family="Serif, serif">a</svg>', ['serif']],
    ['with a second one for other scripts', `<svg font-family="Serif, 'Kana Sans'">a 安</svg>`, ['serif', 'kana']],
    ['in bold', '<svg font-family="Serif" font-weight="700">a</svg>', ['serif', 'serif-bold']],
    ['in bold by its name', '<svg font-family="Serif" font-weight="bold">a</svg>', ['serif', 'serif-bold']],
    ['in italics', '<svg font-family="Serif" font-style="italic">a</svg>', ['serif', 'serif-italic']],
    ['that is named twice, once', '<svg font-family="Serif"><text font-family="Serif">a</text></svg>', ['serif']],
  ])('gets the font that it names %s', (_, svg, fonts) => {
    const { drawing, fonts: found } = drawn(svg);
    expect(found).toEqual(fonts);
    expect(drawing.replace(/<style>@font-face[\s\S]*?<\/style>/, '')).toBe(svg);
    expect(drawing).toMatch(
      /^<svg\b[^>]*><style>@font-face\{font-family:"[\s\S]*\}\ntext\{font-variant-ligatures:none\}<\/style>/,
    );
  });

  test.each([
    ['names none', '<svg><path d="M0 0"/></svg>'],
    ['names one that the theme has not', '<svg font-family="Arial">a</svg>'],
    ['is not a drawing', 'font-family="Serif"'],
  ])('stays as it is when it %s', (_, svg) => {
    expect(drawn(svg)).toEqual({ drawing: svg, fonts: [] });
  });

  test('keeps what stands before it', () => {
    const { drawing } = drawn('<?xml version="1.0"?>\n<!-- a -->\n<svg font-family="Serif">a</svg>');
    expect(drawing).toMatch(/^<\?xml version="1.0"\?>\n<!-- a -->\n<svg font-family="Serif"><style>/);
  });

  test('has no fonts when it is a picture of another kind', () => {
    const png = Buffer.from('<svg font-family="Serif">');
    const { assets, text } = render({ 'slides/00.md': '# A\n\n![b](c.png)', 'slides/c.png': png });
    expect(text(assets.find((path) => path.endsWith('.png')) ?? '')).toBe(png.toString());
  });
});

test('a layout of the talk’s own is given what points are given', () => {
  expect(contractOf('gallery').slide).toBe(slideShapes.points);
  expect(contractOf('quote').slide).toBe(slideShapes.quote);
  expect(contractOf('toString').slide).toBe(slideShapes.points);
  const { page } = render({
    'templates/layouts/gallery.hbs': '<b>{{slide.body}}</b>',
    'slides/00.md': '# A\n\n## B {.gallery}\n\nc',
  });
  expect(page).toContain('data-state="layout-gallery">\n<b><p>c</p></b></section>');
});

describe('a layout with fields of its own', () => {
  const yaml = 'fields:\n  role: { type: text }\n  portrait: { type: picture }\n  facts: { type: list }';
  const outline = `# A

## B {.profile role="<i>C</i>"}

![d](e.svg){.portrait}

::: facts
- f {.step}
:::

g`;
  const files = (template: string) => ({
    'templates/layouts/profile.yaml': yaml,
    'templates/layouts/profile.hbs': template,
    'slides/00.md': outline,
    'slides/e.svg': '<svg/>',
  });

  test('is drawn with them: text is escaped, HTML and addresses are those of the deck', () => {
    const template =
      '<b>{{slide.role}}</b><img src="{{slide.portrait.src}}">{{#each slide.facts}}<i data-step="{{step}}">{{text}}</i>{{/each}}{{slide.body}}';
    const { page, assets } = render(files(template));
    expect(page).toContain(
      `<b>&lt;i&gt;C&lt;/i&gt;</b><img loading="lazy" src="${assets[0]}"><i data-step="1">f</i><p>g</p></section>`,
    );
  });

  test('may name them and no others, at whatever depth', () => {
    const met = new Map([['profile', spanOf(createSource('slides/00.md', outline), outline.indexOf('## B'))]]);
    const stopped = (template: string) => {
      const host = hostOf({ ...THEME, ...files(template) });
      const theme = loadTheme(host, { own: '/desk/templates', builtIn: '/desk/built-in' }, 'base', null, 'en').value;
      return compileTemplates(theme, templateContracts(theme.declared), { met }).findings;
    };
    const [finding] = stopped('<b>\n  {{slide.rolle}}</b>{{slide.body}}');
    expect(finding).toMatchObject({ rule: 'unknown-name', hint: 'did you mean "slide.role"?' });
    expect(finding?.span && formatPlace(finding.span)).toBe('templates/layouts/profile.hbs:2:5');
    expect(finding?.related && formatPlace(finding.related.span)).toBe('slides/00.md:3:1');
    const hints = (template: string) => stopped(template).map(({ hint }) => hint);
    expect(hints('{{slide.portrait.scr}}')).toEqual(['did you mean "slide.portrait.src"?']);
    expect(hints('{{#with slide.portrait}}{{captoin}}{{/with}}')).toEqual(['did you mean "caption"?']);
    expect(hints('{{#each slide.facts}}{{txt}}{{/each}}')).toEqual(['did you mean "text"?']);
    expect(stopped('{{slide.portrait}}').map(({ rule }) => rule)).toEqual(['wrong-kind']);
  });
});
