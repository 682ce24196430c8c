import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findTags, type PdfReport, readPdf } from './pdf.ts';
import { createScratchFolder, rostrum } from './rostrum.ts';

const OUTLINE = `# The lamp

## Two lights

- Red, see [the register](https://example.org/register)

::: handout
Read the register.
:::

## Which lamp shows to port? {.quiz}

- [ ] Green
- [x] Red

## The end

Back to [the lights](#two-lights).
`;
const LONG = 'This note is far too long for the room beside its slide. '.repeat(40);

const scratch = createScratchFolder();
afterAll(() => scratch.remove());

function makeTalk(name: string, outline: string): string {
  const talk = scratch.path(name);
  mkdirSync(`${talk}/slides`, { recursive: true });
  writeFileSync(
    `${talk}/slides/talk.yaml`,
    'title: The lamp\nspeaker: Ada Keeper\naddress: https://example.org/talks/lamp\n',
  );
  writeFileSync(`${talk}/slides/00.md`, outline);
  return talk;
}

/** What a failed command said. */
async function failureOf(args: readonly string[]): Promise<string> {
  try {
    await rostrum(args);
  } catch (error) {
    return String((error as { stderr?: string }).stderr);
  }
  throw new Error('the command did not fail');
}

describe('a handout', () => {
  let pdf: PdfReport;
  beforeAll(async () => {
    const file = scratch.path('handout.pdf');
    await rostrum(['print', 'handout', '--talk', makeTalk('talk', OUTLINE), '--per-page', '3', '--notes', '-o', file]);
    pdf = await readPdf(file);
  });

  test('has a cover, sheets of slides, answers, and links in full', () => {
    const texts = pdf.pages.map(({ text }) => text);
    expect(texts.length).toBe(5);
    expect(texts[0]).toMatch(/The lamp.*Ada Keeper.*https:\/\/example\.org\/talks\/lamp/s);
    expect(texts[1]).toMatch(/Two lights.*Read the register\./s);
    expect(texts[3]).toMatch(/Answers.*Which lamp shows to port\?.*Red/s);
    expect(texts[4]).toMatch(/Links.*https:\/\/example\.org\/register/s);
  });

  test('is tagged as the slides are: headings and lists on a sheet with several of them', () => {
    const tags = pdf.pages[1]?.tags ?? [];
    expect(findTags(tags, 'H1', 'H2').map(({ text }) => text)).toEqual([
      'The lamp',
      'Two lights',
      'Which lamp shows to port?',
    ]);
    expect(pdf.isTagged).toBe(true);
  });

  test('has links that lead to their slide and say so, and to their addresses', () => {
    expect(pdf.pages[2]?.links).toEqual([{ url: '', page: 2, description: 'Slide 2: Two lights' }]);
    expect(pdf.pages[3]?.links.map(({ page, description }) => [page, description])).toEqual([
      [2, 'Slide 3: Which lamp shows to port?'],
    ]);
    expect(pdf.pages[1]?.links.map(({ url }) => url)).toEqual(['https://example.org/register']);
  });

  test('has a bookmark for each slide, to the sheet that it is on', () => {
    expect(pdf.bookmarks.map(({ title, page }) => [title, page])).toEqual([['The lamp', 2]]);
    expect(pdf.bookmarks[0]?.children.map(({ page }) => page)).toEqual([2, 2, 3]);
  });
});

describe('what does not fit', () => {
  const talk = makeTalk('long', `# The lamp\n\n## Two\n\n- b\n\n::: handout\n${LONG}\n:::\n`);
  const args = ['print', 'handout', '--talk', talk, '--notes', '-o', scratch.path('long.pdf')];

  test('is an error with file and line, and nothing is written', async () => {
    expect(await failureOf(args)).toMatch(/00\.md:3:1: error: "This note is far too long.*\(does-not-fit\)/);
    await expect(readPdf(scratch.path('long.pdf'))).rejects.toThrow('ENOENT');
  });

  test('is printed by force', async () => {
    await rostrum([...args, '--force']);
    expect((await readPdf(scratch.path('long.pdf'))).pages.length).toBe(2);
  });
});
