import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unpackObjects } from '../print/read-pdf.ts';
import { findTexts, secretOf } from './leaks.ts';
import { readPdf } from './pdf.ts';
import { createScratchFolder, readFolder, rostrum, type ScratchFolder } from './rostrum.ts';

/** The mark of a secret alone, where only letters can stand. */
const mark = (name: string): string => `xylo${name}`;

const drawing = (name: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><title>${mark(name)}</title><metadata>${mark(`${name}meta`)}</metadata><rect width="16" height="9"/></svg>`;

const OUTLINE = `---
section: Shown section
time: 876543s
---

<!-- ${mark('comment')} -->

## Shown heading {.steps}

- Shown item
- [${mark('span')}]{.hidden} Shown rest
- ${mark('item')} {.hidden}

::: {.hidden}
${mark('box')}
:::

${mark('paragraph')} {.hidden}

Note:
${secretOf('speaker').replace('<', '\\<')}

. . .

${mark('stepnote')} with [a link](https://example.com/${mark('notelink')}) and ![${mark('notealt')}](media/${mark('notefile')}.svg)

::: {.private}
${mark('private')}
:::

## Shown columns

:::: columns
::: column
### Shown left

Shown text

::: {.private}
${mark('column')}
:::
:::
::: column
### Shown right

- Shown point

  ::: {.private}
  ${mark('listblock')}
  :::
:::
::::

::: notes
${mark('division')}
:::

## ${mark('heading')} {.hidden #${mark('id')}}

![${mark('alt')}](media/${mark('file')}.svg "${mark('caption')}")

\`\`\`ts {src=media/${mark('source')}.ts}
\`\`\`

[A link](https://example.com/${mark('link')}) and a footnote.[^away]

::: {.chart type=bar src=media/${mark('data')}.csv}
:::

Note:
${mark('hiddennote')}

[^away]: ${mark('footnote')}

## Shown picture

![Shown words](media/shown.svg)

# ${mark('section')} {.hidden}

- ${mark('inhiddensection')}
`;

const FILES: Readonly<Record<string, string>> = {
  'talk.yaml': `# ${mark('yamlcomment')}\ntitle: Shown title\nspeaker: Shown speaker\ntime: 987651s\narticle: ${mark('article')}.md\n`,
  [`${mark('article')}.md`]: `# ${mark('articletitle')}\n\n${secretOf('sentence')}. Another sentence.\n`,
  [`01-${mark('outline')}.md`]: OUTLINE,
  'media/shown.svg': drawing('shown'),
  [`media/${mark('file')}.svg`]: drawing('drawing'),
  [`media/${mark('notefile')}.svg`]: drawing('notedrawing'),
  [`media/${mark('source')}.ts`]: `const ${mark('code')} = 1;\n`,
  [`media/${mark('data')}.csv`]: `Year,Ships\n${mark('cell')},3\n1960,4\n`,
  [`media/${mark('unused')}.svg`]: drawing('unuseddrawing'),
};

/** All marks in what a talk says, as far as they are not in a picture that is shown. */
const SECRETS = [
  ...new Set(
    Object.entries(FILES)
      .filter(([path]) => path !== 'media/shown.svg')
      .flatMap(([path, text]) => [...`${path}\n${text}`.matchAll(/xylo[a-z]+/g)].map(([word]) => word)),
  ),
];

const folder = mark('folder');
let scratch: ScratchFolder;

beforeAll(() => {
  scratch = createScratchFolder();
  for (const [path, text] of Object.entries(FILES)) {
    const file = scratch.path(folder, 'slides', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
});
afterAll(() => scratch.remove());

describe('the deck that is published', () => {
  let files: ReadonlyMap<string, Buffer>;

  beforeAll(async () => {
    await rostrum(['build', scratch.path(folder), '-o', scratch.path('deck')]);
    files = readFolder(scratch.path('deck'));
  });

  test('has no word of notes, hidden slides, private blocks, comments or the article, in any file or name', () => {
    expect(SECRETS.length).toBeGreaterThan(35);
    expect(findTexts(files, SECRETS)).toEqual([]);
    expect(findTexts(files, [secretOf('speaker'), secretOf('sentence'), 'Another sentence'])).toEqual([]);
  });

  test('does not say how long the talk is to take, nor where it lies on its author’s disk', () => {
    expect(findTexts(files, ['987651', '876543', scratch.path(), folder])).toEqual([]);
  });

  test('holds no picture but those that are shown', () => {
    const pictures = [...files.keys()].filter((path) => /\.(?:svg|png|jpe?g|webp|gif|avif)$/.test(path));
    expect(pictures).toEqual([expect.stringMatching(/^assets\/shown-[0-9a-f]{10}\.svg$/)]);
  });

  test('is searched well: what is shown is found', () => {
    const shown = ['Shown title', 'Shown speaker', 'Shown heading', 'Shown item', 'Shown left', 'Shown words'];
    for (const text of [...shown, mark('shownmeta')]) expect(findTexts(files, [text]), text).not.toEqual([]);
  });

  test.each([
    ['as it is', (text: string) => text],
    [
      'escaped for an attribute',
      (text: string) =>
        text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    ],
    ['escaped for an address', encodeURIComponent],
    ['escaped for JSON', (text: string) => JSON.stringify(text)],
    ['in Base64', (text: string) => Buffer.from(`a${text}b`).toString('base64')],
    ['in Base64 of more', (text: string) => Buffer.from(`ab${text}cd`).toString('base64')],
  ])('is searched well: a secret is found %s, in a file and in a name', (_, write) => {
    const secret = secretOf('planted');
    const content = new Map([['assets/a.svg', Buffer.from(`before ${write(secret)} after`)]]);
    expect(findTexts(content, [secret])).not.toEqual([]);
    expect(findTexts(new Map([[`assets/${write(secret)}.svg`, Buffer.from('')]]), [secret])).not.toEqual([]);
  });
});

describe('the papers that are handed out', () => {
  /** All of a PDF that can be read: texts, descriptions, links, bookmarks, and what is written beside them. */
  const papers = new Map<string, Buffer>();
  /** What the notes for the speaker say. */
  const ofSpeaker = ['speaker', 'stepnote', 'notelink', 'notealt', 'division'].map(mark);

  beforeAll(async () => {
    await rostrum(['print', 'all', '--notes', '--talk', scratch.path(folder), '-o', scratch.path('papers')]);
    for (const [name, bytes] of readFolder(scratch.path('papers'))) {
      const report = JSON.stringify(await readPdf(scratch.path('papers', name)));
      papers.set(name, Buffer.concat([Buffer.from(report), bytes, Buffer.from(unpackObjects(bytes))]));
    }
  });

  test.each(['slides.pdf', 'handout.pdf'])('as %s have no word of notes, or of what is hidden', (name) => {
    const paper = new Map([[name, papers.get(name) ?? Buffer.from('')]]);
    expect(findTexts(paper, ['Shown heading'])).not.toEqual([]);
    expect(findTexts(paper, [...SECRETS, scratch.path()])).toEqual([]);
  });

  test.each(['notes.pdf', 'article.pdf'])(
    'as %s have the notes for the speaker, and nothing else that is hidden',
    (name) => {
      const paper = new Map([[name, papers.get(name) ?? Buffer.from('')]]);
      for (const word of ofSpeaker) expect(findTexts(paper, [word]), word).not.toEqual([]);
      expect(findTexts(paper, [...SECRETS.filter((secret) => !ofSpeaker.includes(secret)), scratch.path()])).toEqual(
        [],
      );
    },
  );
});
