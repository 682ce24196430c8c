import { describe, expect, test } from 'vitest';
import { EVERY_LAYOUT } from './every-layout.ts';
import { plainView, viewOf } from './view-of.ts';

/** The slides of every layout by their ids. */
async function everySlide() {
  const { slides } = await plainView(EVERY_LAYOUT);
  return new Map<string, Record<string, unknown>>(
    slides.map(({ slide }: { slide: { id: string } }) => [slide.id, slide]),
  );
}
const slides = await everySlide();

describe('a slide gives its template', () => {
  test.each([
    ['title', { heading: 'A talk', kicker: '', body: '', number: 1 }],
    ['section', { heading: 'A section', kicker: '', body: '', number: 2 }],
    ['points', { heading: 'Points', kicker: 'A section', body: '<ul><li>one</li><li data-step="1">two</li></ul>' }],
    ['bare-points', { heading: '', title: 'Without a heading.', body: '<p>Without a heading.</p>' }],
    ['statement', { layout: 'statement', heading: 'A statement stands alone', body: '' }],
    ['statement-text', { layout: 'statement', body: '<p>Some text.</p>' }],
    [
      'quote',
      { quote: '<p>Words <b>in</b> <em>two</em> paragraphs.</p>', speaker: 'A speaker', role: 'a role', body: '' },
    ],
    ['bare-quote', { layout: 'quote', quote: '<p>Words of nobody</p>', speaker: '', role: '', heading: '' }],
    [
      'compare',
      {
        columns: [
          { heading: 'One', body: '<p>a</p>', step: '1' },
          { heading: 'Two', body: '<p>b</p>', step: '2' },
        ],
      },
    ],
    [
      'bare-compare',
      {
        columns: [
          { heading: '', body: '<p>a</p>', step: '' },
          { heading: '', body: '<p>b</p>', step: '' },
        ],
      },
    ],
    [
      'timeline',
      {
        events: [
          { date: '1951', text: 'a', isMarked: false, step: '' },
          { date: '1960', text: 'b', isMarked: true, step: '1' },
          { date: '2025', text: 'c', isMarked: false, step: '' },
        ],
      },
    ],
    ['number', { figure: '65', text: 'years of <em>it</em>', heading: '', title: '65 years of it', body: '' }],
    [
      'figure',
      { picture: { src: 'assets/a.svg', alt: 'What it shows' }, caption: 'Its &lt;caption&gt;', isAlone: false },
    ],
    ['bare-figure', { picture: { src: 'assets/a.svg', alt: '' }, caption: '', isAlone: true, heading: '' }],
    ['table', { rowCount: 2, columnCount: 3, body: '' }],
    [
      'code',
      {
        code: expect.stringMatching(/^<pre><code class="hljs language-ts"><span class="hljs-keyword">const<\/span>/),
        body: '',
      },
    ],
    ['sources', { sources: ['<a href="https://example.org">One</a>', 'Two'], body: '' }],
    ['closing', { heading: 'A closing', body: '<p>Thank you.</p>' }],
    ['blank', { heading: '', body: '' }],
    ['own', { layout: 'gallery', body: '<ul><li>a</li></ul>' }],
  ])('%s', (id, fields) => {
    expect(slides.get(id)).toMatchObject(fields);
  });

  test.each([
    ['a quotation', '> b', 'quote'],
    ['columns in divisions', ':::: columns\n::: column\nb\n:::\n::: column\nc\n:::\n::::', 'compare'],
    ['dates', '- **1951** b\n- **1960** c\n- **2025** d', 'timeline'],
    ['a picture', '![b](a.svg)', 'figure'],
    ['a table', '| b |\n|---|', 'table'],
    ['code', '```\nb\n```', 'code'],
    ['a list of sources', '- b', 'sources'],
  ])('what stands before and after %s', async (_, part, layout) => {
    const [scene] = (await plainView(`## A {.${layout}}\n\nbefore\n\n${part}\n\nafter`)).slides;
    expect(scene.slide).toMatchObject({ layout, lead: '<p>before</p>', body: '<p>after</p>' });
  });

  test('what stands after the words of a number, and before columns by headings', async () => {
    const scenes = (
      await plainView('## 65\n\nyears\n\nafter {.step}\n\n## B {.number}\n\nc\n\nd\n\n## E\n\nbefore\n\n### F\n\n### G')
    ).slides;
    const parts = scenes.map(({ slide }: { slide: Record<string, unknown> }) => [slide.layout, slide.lead, slide.body]);
    expect(parts).toEqual([
      ['points', '', '<p>years</p><p data-step="1">after</p>'],
      ['number', '', '<p>d</p>'],
      ['compare', '<p>before</p>', ''],
    ]);
  });
});

describe('the talk', () => {
  test('gives its fields, and how many slides it has', async () => {
    const yaml = 'title: A\nsubtitle: B\nspeaker: C\nevent: D\ndate: 2025-01-19';
    const { talk } = await plainView('# E\n\n## F\n\n## G {.hidden}', yaml);
    expect(talk).toEqual({
      title: 'A',
      subtitle: 'B',
      speaker: 'C',
      event: 'D',
      date: 'January 19, 2025',
      lang: 'en',
      slideCount: 2,
    });
  });
});

describe('sections', () => {
  test('say where in the talk they are, in its language', async () => {
    const { slides: scenes } = await plainView('# T\n\n# A\n\n## B\n\n# C', 'lang: de');
    expect(scenes.map(({ section }: { section: object }) => section)).toEqual([
      { title: 'T', label: '', number: 0, count: 2, progress: 0 },
      { title: 'A', label: 'Teil 1 von 2', number: 1, count: 2, progress: 0.5 },
      { title: 'A', label: 'Teil 1 von 2', number: 1, count: 2, progress: 0.5 },
      { title: 'C', label: 'Teil 2 von 2', number: 2, count: 2, progress: 1 },
    ]);
  });

  test('do not divide by nothing in a talk without parts', async () => {
    const { slides: scenes } = await plainView('## A');
    expect(scenes[0].section).toEqual({ title: '', label: '', number: 0, count: 0, progress: 0 });
  });

  test('are opened by # alone', async () => {
    const { slides: scenes } = await plainView('# T\n\n## A\n\n# B');
    expect(scenes.map(({ isOpening }: { isOpening: boolean }) => isOpening)).toEqual([true, false, true]);
  });
});

describe('columns', () => {
  test.each([
    ['of headings', '### الميناء {#port .warm lang=ar}\n\na\n\n### Two\n\nb'],
    ['of divisions', ':::: columns\n::: {#port .column .warm lang=ar}\na\n:::\n::: column\nb\n:::\n::::'],
  ])('%s keep their ids, classes and languages', async (_, outline) => {
    const { slides } = await plainView(`## A\n\n${outline}`);
    expect(slides[0].slide.columns).toMatchObject([
      { id: 'port', classes: 'warm', lang: 'ar', dir: 'rtl' },
      { id: '', classes: '', lang: '', dir: '' },
    ]);
  });
});

describe('a view', () => {
  test('holds nothing of notes, hidden slides, private blocks and the article', async () => {
    const outline =
      '# A\n\nNote: secret\n\n## B {.hidden}\n\nsecret\n\n## C\n\n::: private\nsecret\n:::\n\n::: handout\nBooks to read\n:::\n';
    const { view } = await viewOf({
      'slides/00.md': outline,
      'slides/article.md': 'secret',
      'slides/talk.yaml': 'article: article.md\ntime: 3m',
    });
    const text = JSON.stringify(view, (key, value) =>
      key === 'source' ? undefined : value?.toHTML ? value.toHTML() : value,
    );
    expect(view.slides).toHaveLength(2);
    expect(text).not.toContain('secret');
    expect(view.slides.map(({ handout }) => String(handout))).toEqual(['', '<p>Books to read</p>']);
  });

  test('points to the outline: to the heading, else to the slide', async () => {
    const { view } = await viewOf({ 'slides/00.md': '# A\n\nb\n\n---\n\nc' });
    expect(view.slides.map(({ span }) => span.source.text.slice(span.start, span.end))).toEqual(['# A', '---\n\nc']);
  });
});
