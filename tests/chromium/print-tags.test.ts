import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkTags } from '../../src/print/pdf/check-tags.ts';
import { pagesOf } from '../../src/print/pdf/pages.ts';
import { isRef } from '../../src/print/pdf/syntax.ts';
import { TagTree } from '../../src/print/pdf/tag-tree.ts';
import { readFinished } from '../print/read-pdf.ts';
import { findTags, type PdfReport, type PdfTag, readPdf } from './pdf.ts';
import { createScratchFolder, HARBOUR_TALK, rostrum } from './rostrum.ts';
import { untaggedSizes } from './untagged.ts';

const KINDS = ['slides', 'notes', 'handout', 'article'] as const;
type Kind = (typeof KINDS)[number];
/** The kinds that have what a speaker says. */
const SAID: readonly Kind[] = ['notes', 'article'];

const ROWS = Array.from({ length: 80 }, (_, index) => `| ${index + 1} | Light ${index + 1} |`);
const LINES = Array.from({ length: 150 }, (_, index) => `const lamp${index + 1} = light(${index + 1});`);

const OUTLINE = `# Everything at sea

## Words of a bay {#bay}

They call it [東京湾]{lang=ja} or **[die Bucht]{lang=de}**.

Une phrase entière. {lang=fr}

- With a [Leuchtturm]{lang=de} and 🇯🇵 🚢

Note:
In notes stands [灯火]{lang=ja}, and more[^said].

Ein ganzer Absatz. {lang=de}

::: handout
A chart is a [海図]{lang=ja}.
:::

[^said]: What was said first.

## 灯台の光 {lang=ja}

- 光は遠くまで届く

Note: 日本語のノート。

## المنارة في الليل {lang=ar}

- ضوء السلام

## The horizon is far

Its distance is $d = \\sqrt{2Rh}$, and

$$
E = mc^2
$$

Note: It grows with $h^2$.

## Rows have heads {.points}

| | 1960 | 1970 |
| --- | --- | --- |
| Ships | 12 | 13 |

Table: Ships and boats

## Ships come home

::: {.chart type=bar}
| Year | Ships |
| ---- | ----: |
| 1960 | 12 |
| 1970 | 30 |
:::

## A ship is answered

\`\`\`mermaid {alt="A ship is seen, then answered"}
flowchart LR
  Ship --> Answer
\`\`\`

## Words of the harbour

Lamp
: A thing that shines

Keeper
: Who keeps it
: Who stays awake

## It is seen from far

For twelve miles[^range].

[^range]: In clear weather, see [the register](https://example.org/register).

## A tower at the mole {.points}

1. One
   - Inner
2. Two

![A tower](media/tower.svg "From the sea")

Note:

<details>
<summary>What is a lee shore?</summary>

The one that the wind blows to.

</details>

## A long story

Note:

| No | Light |
| --- | --- |
${ROWS.join('\n')}

\`\`\`js
${LINES.join('\n')}
\`\`\`

## The end

Back to [the bay](#bay).
`;

const scratch = createScratchFolder();
afterAll(() => scratch.remove());

/** What was printed, by kind: as bytes, and as pdf.js reads it. */
const prints = {} as Record<Kind, { readonly bytes: Uint8Array; readonly pdf: PdfReport }>;
let untagged: Readonly<Record<string, number>>;

beforeAll(async () => {
  const talk = scratch.path('talk');
  mkdirSync(`${talk}/slides`, { recursive: true });
  cpSync(`${HARBOUR_TALK}/slides/media`, `${talk}/slides/media`, { recursive: true });
  writeFileSync(`${talk}/slides/talk.yaml`, 'title: Everything at sea\nspeaker: Ada Keeper\nlang: en\n');
  writeFileSync(`${talk}/slides/00.md`, OUTLINE);
  await rostrum(['print', 'all', '--talk', talk, '--notes', '--per-page', '2', '-o', scratch.path('once')]);
  await rostrum(['print', 'all', '--talk', talk, '--notes', '--per-page', '2', '-o', scratch.path('again')]);
  untagged = await untaggedSizes(talk);
  for (const kind of KINDS) {
    const path = scratch.path('once', `${kind}.pdf`);
    prints[kind] = { bytes: readFileSync(path), pdf: await readPdf(path) };
  }
}, 300_000);

/** All tags of these roles, page by page. */
const tagsOf = (kind: Kind, ...roles: readonly string[]): readonly PdfTag[] =>
  prints[kind].pdf.pages.flatMap(({ tags }) => findTags(tags, ...roles));
const wordsOf = (kind: Kind): string => prints[kind].pdf.pages.map(({ text }) => text).join(' ');

/** The tags of the whole file: those of a page each stand on many pages that run on. */
function treeOf(kind: Kind): TagTree {
  const file = readFinished(prints[kind].bytes);
  const root = file.dict(file.root).get('StructTreeRoot');
  if (!isRef(root)) throw new TypeError('the file has no tags');
  return new TagTree(file, root);
}

describe.each(KINDS)('%s', (kind) => {
  test('meets PDF/UA as far as a program can see, and says so', () => {
    const tree = treeOf(kind);
    expect(checkTags(tree, pagesOf(tree.file))).toEqual([]);
    expect(Buffer.from(prints[kind].bytes).toString('latin1')).toContain('<pdfuaid:part');
  });

  test('names the language of passages, paragraphs and slides', () => {
    const spoken = prints[kind].pdf.pages.flatMap(({ tags }) =>
      findTags(tags, 'Span', 'P').flatMap(({ role, lang, text }) => (lang === '' ? [] : [`${role} ${lang} ${text}`])),
    );
    const expected = [
      ...['Span ja 東京湾', 'Span de die Bucht', 'P fr Une phrase entière.', 'Span de Leuchtturm'],
      ...(SAID.includes(kind) ? ['Span ja 灯火', 'P de Ein ganzer Absatz.'] : []),
      ...(kind === 'slides' ? [] : ['Span ja 海図']),
    ];
    expect(spoken.map((text) => text.trim())).toEqual(expect.arrayContaining(expected));
    const whole = tagsOf(kind, 'Art', 'Div').filter(({ lang }) => lang === 'ja');
    expect(whole.map(({ text }) => text).join(' ')).toContain('光は遠くまで届く');
    if (SAID.includes(kind)) expect(whole.map(({ text }) => text).join(' ')).toContain('日本語のノート。');
  });

  test('has no block in a line of text', () => {
    const lines = tagsOf(kind, 'P', 'H1', 'H2', 'Span');
    expect(lines.flatMap(({ children }) => findTags(children, 'Div', 'P', 'Sect', 'L'))).toEqual([]);
  });

  test('says what formulas, charts and diagrams show', () => {
    const formulas = tagsOf(kind, 'Formula').map(({ alt }) => alt);
    expect(formulas).toEqual(['d = \\sqrt{2Rh}', 'E = mc^2', ...(SAID.includes(kind) ? ['h^2'] : [])]);
    expect(tagsOf(kind, 'Figure').map(({ alt }) => alt)).toEqual([
      'Year, Ships; 1960, 12; 1970, 30',
      'A ship is seen, then answered',
      'A tower',
    ]);
  });

  test('has tables with heads and a caption', () => {
    const table = tagsOf(kind, 'Table')[0];
    expect(findTags(table?.children ?? [], 'Caption', 'TH', 'TD').map(({ role, text }) => `${role} ${text}`)).toEqual(
      ['Caption Ships and boats', 'TD ', 'TH 1960', 'TH 1970', 'TH Ships', 'TD 12', 'TD 13'].filter(
        (cell) => cell !== 'TD ',
      ),
    );
  });

  test('has lists in lists, of terms and of footnotes too', () => {
    const lists = tagsOf(kind, 'L').map((list) =>
      findTags(list.children, 'L', 'Lbl', 'LBody').map(({ role, text }) => (role === 'L' ? 'L' : `${role} ${text}`)),
    );
    expect(lists).toContainEqual(['Lbl 1.', 'LBody One Inner', 'L', 'LBody Inner', 'Lbl 2.', 'LBody Two']);
    expect(lists).toContainEqual([
      ...['Lbl Lamp', 'LBody A thing that shines'],
      ...['Lbl Keeper', 'LBody Who keeps it', 'LBody Who stays awake'],
    ]);
    expect(lists).toContainEqual(['Lbl 1', 'LBody In clear weather, see the register .']);
  });

  test('has links to footnotes, slides and addresses', () => {
    const links = prints[kind].pdf.pages.flatMap(({ links: all }) => all);
    expect(links.filter(({ url, page }) => url === '' && page === 0)).toEqual([]);
    expect(links.filter(({ description }) => description === '')).toEqual([]);
    expect(links.map(({ url }) => url)).toContain('https://example.org/register');
    expect(links.map(({ description }) => description)).toEqual(
      expect.arrayContaining(['Slide 2: Words of a bay', 'Slide 10: It is seen from far']),
    );
    expect(tagsOf(kind, 'Link').length).toBe(links.length);
  });

  test('gives words back as they were written, in every script', () => {
    const words = wordsOf(kind);
    for (const text of ['東京湾', '🇯🇵 🚢', '光は遠くまで届く', 'السلام', 'المنارة', 'ضوء'])
      expect(words).toContain(text);
  });

  test('holds its fonts', () => {
    const fonts = prints[kind].pdf.pages.flatMap((page) => page.fonts);
    expect(fonts.filter(({ isEmbedded }) => !isEmbedded)).toEqual([]);
  });

  test('is at most half as large again as without tags', () => {
    expect(prints[kind].bytes.length).toBeLessThanOrEqual(1.5 * (untagged[kind] ?? 0));
  });

  test('is the same, byte by byte, when it is printed again', () => {
    expect(readFileSync(scratch.path('again', `${kind}.pdf`)).equals(prints[kind].bytes)).toBe(true);
  });

  test('has numbers of pages that agree with those on the paper', () => {
    const { labels, pages } = prints[kind].pdf;
    const first = kind === 'handout' ? 1 : 0;
    expect(labels).toEqual(pages.map((_, index) => (index < first ? 'i' : String(index + 1 - first))));
    if (kind === 'slides') return;
    for (const [index, { text }] of pages.entries()) {
      if (index >= first) expect(text).toMatch(new RegExp(`\\b${labels[index]}\\b`));
    }
  });
});

describe.each(SAID)('long notes in the %s', (kind) => {
  test('run on to further pages, with every row and every line', () => {
    const words = wordsOf(kind).replace(/\s+/g, '');
    expect(LINES.filter((line) => !words.includes(line.replace(/\s+/g, '')))).toEqual([]);
    const cells = tagsOf(kind, 'TD').map(({ text }) => text);
    expect(ROWS.map((_, index) => `Light ${index + 1}`).filter((cell) => !cells.includes(cell))).toEqual([]);
  });

  test('have one table with one head, though that stands on every page', () => {
    const tree = treeOf(kind);
    const holds = (id: number, role: string): number =>
      tree.kidsOf(id).reduce<number>((sum, kid) => {
        if (!isRef(kid)) return sum;
        return sum + (tree.roleOf(kid.id) === role ? 1 : 0) + holds(kid.id, role);
      }, 0);
    const tables = (tree.byRole().get('Table') ?? []).map((id) => ['TR', 'TH', 'TD'].map((role) => holds(id, role)));
    expect(tables).toContainEqual([ROWS.length + 1, 2, 2 * ROWS.length]);
    const heads = prints[kind].pdf.pages.filter(({ text }) => /\bLight 3\d\b|\bLight 7\d\b/.test(text));
    expect(heads.length).toBeGreaterThan(1);
  });

  test('have their footnotes, and are open', () => {
    expect(wordsOf(kind)).toMatch(/more\s*1\s*\.[\s\S]*What was said first\./);
    expect(wordsOf(kind)).toContain('The one that the wind blows to.');
  });
});
