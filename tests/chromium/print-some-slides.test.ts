import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findTags, type PdfReport, readPdf } from './pdf.ts';
import { createScratchFolder, readFolder, rostrum } from './rostrum.ts';

const OUTLINE = `# Lights

## Why {#why}

- See [the tower](#tower), or [the end](#end)

# Lamps {#lamps}

## The tower {#tower}

- High, see [why](#why) and [the register](https://example.org/register)

## The lens {#lens}

- Clear, back to [the tower](#tower), on to [the end](#end)[^1]

[^1]: The keeper's book.

::: notes
Said of the lens. Look at [why](#why).
:::

## Which lamp shows to port? {.quiz #port}

- [ ] Green
- [x] Red

# Marks {#marks}

## The end {#end}

- So says [the rule](https://example.org/rule)[^2]

[^2]: The list of lights.
`;
/** Of eight slides the fourth, the fifth and the last. */
const SOME = ['--slides', 'end,4-5'];

const scratch = createScratchFolder();
afterAll(() => scratch.remove());
const kinds = ['slides', 'notes', 'handout', 'article'] as const;
const prints = new Map<string, PdfReport>();

function read(kind: string): PdfReport {
  const pdf = prints.get(kind);
  if (!pdf) throw new Error(`${kind} is not printed`);
  return pdf;
}

const textOf = (kind: string): string =>
  read(kind)
    .pages.map(({ text }) => text)
    .join(' ');
const linksOf = (kind: string) => read(kind).pages.flatMap(({ links }) => links);

beforeAll(async () => {
  const talk = scratch.path('talk');
  mkdirSync(`${talk}/slides`, { recursive: true });
  writeFileSync(`${talk}/slides/00.md`, OUTLINE);
  await rostrum(['print', 'all', ...SOME, '--talk', talk, '-o', scratch.path('papers')]);
  for (const kind of kinds) prints.set(kind, await readPdf(scratch.path('papers', `${kind}.pdf`)));
  await rostrum(['print', ...SOME, '--talk', talk, '-o', scratch.path('again.pdf')]);
}, 60_000);

describe.each(kinds)('%s of some slides', (kind) => {
  test('have these, in the order of the talk, and no others', () => {
    const headings = read(kind).pages.flatMap(({ tags }) => findTags(tags, 'H1', 'H2').map(({ text }) => text));
    const titles = headings.filter((text) => /tower|lens|end$|Why|port/.test(text));
    expect(titles).toEqual(['The tower', 'The lens', 'The end']);
  });

  test('say the numbers that the deck says', () => {
    if (kind === 'slides') return;
    const positions = [...textOf(kind).matchAll(/Slide (\d) of (\d)/g)].map(([position]) => position);
    expect(new Set(positions)).toEqual(new Set(['Slide 4 of 8', 'Slide 5 of 8', 'Slide 8 of 8']));
  });

  test('have no link that leads nowhere, and the words of those that would', () => {
    for (const { url, page, description } of linksOf(kind)) {
      expect(url !== '' || page > 0).toBe(true);
      expect(description).not.toMatch(/Slide [12367]:/);
    }
    expect(textOf(kind)).toMatch(/High, see\s+why/);
    const inner = linksOf(kind).filter(({ page }) => page > 0);
    expect(inner.map(({ description }) => description)).toEqual(
      expect.arrayContaining(['Slide 4: The tower', 'Slide 8: The end']),
    );
  });

  test('have bookmarks under the sections that are not printed', () => {
    const shape = read(kind).bookmarks.map(({ title, page, children }) => [
      title,
      page > 0,
      children.map((child) => child.title),
    ]);
    expect(shape).toEqual([
      ['Lamps', true, ['The tower', 'The lens']],
      ['Marks', true, ['The end']],
    ]);
  });
});

test('each page of the slides has the number of its slide as its label', async () => {
  const task = getDocument({ data: new Uint8Array(readFileSync(scratch.path('papers', 'slides.pdf'))), verbosity: 0 });
  expect(await (await task.promise).getPageLabels()).toEqual(['4', '5', '8']);
  await task.destroy();
});

test('the notes are those of the slides above them', () => {
  expect(read('notes').pages[1]?.text).toMatch(/The lens.*Said of the lens\. Look at why/s);
  expect(read('notes').pages[0]?.text).not.toContain('Said of the lens');
});

test('a handout ends with the sources and links of these slides, and without answers of others', () => {
  const text = textOf('handout');
  expect(text).toContain('https://example.org/register');
  expect(text).toContain('https://example.org/rule');
  expect(text).not.toMatch(/Answers|Which lamp/);
});

test('an article begins each section that it has slides of', () => {
  const headings = read('article').pages.flatMap(({ tags }) => findTags(tags, 'H2').map(({ text }) => text));
  expect(headings).toEqual(expect.arrayContaining(['Lamps', 'Marks']));
});

test('the same slides give the same bytes', () => {
  expect(readFileSync(scratch.path('again.pdf'))).toEqual(readFolder(scratch.path('papers')).get('slides.pdf'));
});
