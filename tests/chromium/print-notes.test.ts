import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findTags, type PdfReport, readPdf } from './pdf.ts';
import { createScratchFolder, rostrum } from './rostrum.ts';

const PARAGRAPHS = Array.from({ length: 40 }, (_, index) => `Paragraph ${index + 1} tells who kept the lamp and when.`);
const LONG_CODE = `const lamp = ${Array.from({ length: 60 }, (_, index) => `step${index}`).join(' + ')};`;
const OUTLINE = `# The lamp

Note: See [the end](#the-end) and [the register](https://example.org/register).

## Two lights {.steps}

- Red
- Green

Note:
Before the lights.

With the red one. {step=1}

\`\`\`js
${LONG_CODE}
\`\`\`

::: handout
Three books about lamps.
:::

::: private
Never say his name.
:::

## 灯台 {lang=ja}

- 光

## A long story

Note:
${PARAGRAPHS.join('\n\n')}

## The end

Back to [the lights](#two-lights).
`;

const scratch = createScratchFolder();
const talk = scratch.path('talk');
afterAll(() => scratch.remove());

async function printed(name: string, ...options: readonly string[]): Promise<PdfReport> {
  const file = scratch.path(`${name}.pdf`);
  await rostrum(['print', 'notes', '--talk', talk, '-o', file, ...options]);
  return readPdf(file);
}

beforeAll(() => {
  mkdirSync(`${talk}/slides`, { recursive: true });
  writeFileSync(`${talk}/slides/talk.yaml`, 'title: The lamp\nspeaker: Ada Keeper\nlang: en\n');
  writeFileSync(`${talk}/slides/00.md`, OUTLINE);
});

describe('the notes on paper', () => {
  let pdf: PdfReport;
  const words = () => pdf.pages.map(({ text }) => text).join(' ');
  beforeAll(async () => {
    pdf = await printed('notes');
  });

  test('have sheets of A4, one for each slide, and more where the notes run on', () => {
    expect(
      new Set(pdf.pages.map(({ widthPt, heightPt }) => `${Math.round(widthPt)} x ${Math.round(heightPt)}`)),
    ).toEqual(new Set(['595 x 842']));
    expect(pdf.pages.length).toBeGreaterThan(5);
    expect(pdf.pages[0]?.text).toContain('The lamp');
    expect(pdf.pages[1]?.text).toMatch(/Slide 2 of 5/);
  });

  test('lose nothing of long notes and long lines', () => {
    expect(PARAGRAPHS.filter((paragraph) => !words().includes(paragraph))).toEqual([]);
    expect(words().replace(/\s+/g, '')).toContain(LONG_CODE.replace(/\s+/g, ''));
  });

  test('have the steps that notes belong to, the handout, and nothing private', () => {
    expect(pdf.pages[1]?.text).toMatch(/Before the lights\..*Step 1.*With the red one\./s);
    expect(words()).toContain('Three books about lamps.');
    expect(words()).not.toContain('Never say');
    expect(pdf.pages[2]?.text).toContain('This slide has no notes.');
  });

  test('are tagged: an article for each slide, with its heading, its list and its notes', () => {
    expect(pdf.isTagged).toBe(true);
    const tags = pdf.pages[1]?.tags ?? [];
    expect(findTags(tags, 'H2').map(({ text }) => text)).toEqual(['Two lights']);
    expect(findTags(tags, 'LI').length).toBe(2);
    expect(findTags(tags, 'P').map(({ text }) => text.trim())).toContain('Before the lights.');
    expect(pdf.pages.flatMap(({ tags: all }) => findTags(all, 'H1', 'H2')).length).toBe(5);
  });

  test('have links from notes and slides, to the sheets and out', () => {
    const last = pdf.pages.length;
    expect(pdf.pages[0]?.links).toEqual([
      { url: '', page: last, description: 'Slide 5: The end' },
      { url: 'https://example.org/register', page: 0, description: 'https://example.org/register' },
    ]);
    expect(pdf.pages.at(-1)?.links).toEqual([{ url: '', page: 2, description: 'Slide 2: Two lights' }]);
  });

  test('have a bookmark for each slide, where its sheet begins', () => {
    const [opening] = pdf.bookmarks;
    expect(opening).toMatchObject({ title: 'The lamp', page: 1 });
    expect(opening?.children.map(({ title, page }) => [title, page])).toEqual([
      ['Two lights', 2],
      ['灯台', 3],
      ['A long story', 4],
      ['The end', pdf.pages.length],
    ]);
    expect([pdf.title, pdf.author, pdf.language]).toEqual(['The lamp', 'Ada Keeper', 'en']);
  });

  test('have their fonts inside', () => {
    expect(pdf.pages.flatMap(({ fonts }) => fonts).filter(({ isEmbedded }) => !isEmbedded)).toEqual([]);
  });
});

test('private notes are printed when they are asked for, alone or with others', async () => {
  const pdf = await printed('private', '--kinds', 'private', '--paper', 'Letter', '--landscape');
  const text = pdf.pages.map((page) => page.text).join(' ');
  expect(text).toContain('Never say his name.');
  expect(text).not.toContain('Before the lights.');
  expect([pdf.pages[0]?.widthPt, pdf.pages[0]?.heightPt]).toEqual([792, 612]);
});

test.each(['A3', 'A5', 'B4', 'B5', 'Legal', 'Tabloid'])('sheets of %s are as wide as their slides', async (paper) => {
  for (const turn of [[], ['--landscape']]) {
    const pdf = await printed(`${paper}${turn.join('')}`, '--paper', paper, ...turn);
    expect(pdf.pages.length).toBeGreaterThanOrEqual(5);
  }
});
