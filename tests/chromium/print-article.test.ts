import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findTags, type PdfReport, readPdf } from './pdf.ts';
import { createScratchFolder, rostrum } from './rostrum.ts';

const STORY = Array.from(
  { length: 60 },
  (_, index) => `Sentence ${index + 1} of the story of the lamp and its keepers.`,
);
const LONG_CODE = `const lamp = ${Array.from({ length: 60 }, (_, index) => `step${index}`).join(' + ')};`;
const PARTS = `# Lights

Note: The first part is about lights.

## Two lights

- Red

Note:
${STORY.join('\n\n')}

\`\`\`js
${LONG_CODE}
\`\`\`

::: private
Never say his name.
:::

## The end

Back to [the lights](#two-lights).
`;

const scratch = createScratchFolder();
afterAll(() => scratch.remove());

describe('the article', () => {
  let pdf: PdfReport;
  beforeAll(async () => {
    const talk = scratch.path('talk');
    mkdirSync(`${talk}/slides`, { recursive: true });
    writeFileSync(`${talk}/slides/talk.yaml`, 'title: The lamp\nspeaker: Ada Keeper\n');
    writeFileSync(`${talk}/slides/00.md`, '# The lamp\n\nNote: Good evening.\n');
    writeFileSync(`${talk}/slides/01.md`, PARTS);
    const file = scratch.path('article.pdf');
    await rostrum(['print', 'article', '--talk', talk, '--paper', 'A5', '-o', file]);
    pdf = await readPdf(file);
  });
  const text = () => pdf.pages.map((page) => page.text).join(' ');

  test('is a text with all notes, and nothing private', () => {
    expect(text()).toMatch(/The lamp.*Ada Keeper.*Good evening\..*Lights.*The first part/s);
    expect(STORY.filter((sentence) => !text().includes(sentence))).toEqual([]);
    expect(text().replace(/\s+/g, '')).toContain(LONG_CODE.replace(/\s+/g, ''));
    expect(text()).not.toContain('Never say');
    expect(Math.round(pdf.pages[0]?.widthPt ?? 0)).toBe(420);
  });

  test('has the title, the sections and the slides as headings, each once', () => {
    const headings = pdf.pages.flatMap(({ tags }) => findTags(tags, 'H1', 'H2')).map((tag) => tag.text);
    expect(headings).toEqual(['The lamp', 'Lights', 'Two lights', 'The end']);
  });

  test('has bookmarks and links that lead to the passages', () => {
    expect(pdf.bookmarks.map(({ title }) => title)).toEqual(['The lamp', 'Lights']);
    const links = pdf.pages.flatMap((page) => page.links);
    expect(links).toEqual([{ url: '', page: pdf.bookmarks[1]?.children[0]?.page, description: 'Slide 3: Two lights' }]);
  });
});

test('a heading of a section stands on the page of what follows it', async () => {
  const talk = scratch.path('parts');
  mkdirSync(`${talk}/slides`, { recursive: true });
  const parts = Array.from({ length: 12 }, (_, index) => `# Part ${index + 1}.\n\n## Slide ${index + 1}.\n\n- Red\n`);
  writeFileSync(`${talk}/slides/00.md`, `# The lamp\n\n${parts.join('\n')}`);
  const file = scratch.path('parts.pdf');
  await rostrum(['print', 'article', '--talk', talk, '-o', file]);
  const { pages } = await readPdf(file);
  const alone = parts.filter((_, index) =>
    pages.some(({ text }) => text.includes(`Part ${index + 1}.`) && !text.includes(`Slide ${index + 1}.`)),
  );
  expect(alone).toEqual([]);
  expect(pages.length).toBeGreaterThan(2);
});
