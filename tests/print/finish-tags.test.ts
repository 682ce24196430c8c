import { describe, expect, test } from 'vitest';
import { finishPdf } from '../../src/print/finish-pdf.ts';
import { checkTags } from '../../src/print/pdf/check-tags.ts';
import type { PdfFile } from '../../src/print/pdf/file.ts';
import { pagesOf } from '../../src/print/pdf/pages.ts';
import { isRef } from '../../src/print/pdf/syntax.ts';
import { TagTree } from '../../src/print/pdf/tag-tree.ts';
import { setUpPrint } from './finished-print.ts';
import { printPage } from './print-page.ts';
import { openPdf, readFinished, tagsOfPage, textOfPages } from './read-pdf.ts';
import { sampleDetails, samplePage } from './samples.ts';

const SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9H0z"/></svg>';
const picture = (alt: string): string => `<img src="a.svg" alt="${alt}" width="90">`;
const PAGE = samplePage(
  [
    `<h1>Ground</h1><div style="background:linear-gradient(red,blue);border:3px dotted">In a box</div>${picture('')}<hr><p aria-hidden="true">Hidden</p>`,
    '<h2>Items</h2><ul><li>One <b>two</b><ul><li>Inner</li></ul></li><li><p>Three</p><p>Four</p></li></ul>',
    `<h2>Pictures</h2><figure>${picture('A square')}<figcaption>Caption</figcaption></figure>`,
    '<h2>Faded</h2><p style="opacity:.5">Pale <a href="https://example.org/">link</a></p><ol style="opacity:.5"><li>Pale item</li></ol>',
    '<h2>Table</h2><table><tr><th scope="col">Year</th></tr><tr><td>1960</td></tr></table><a role="doc-noteref" href="#slide-1">1</a>',
  ],
  { assets: { 'a.svg': SQUARE } },
);

/** The tags of each page, from its root. */
async function tagsOf(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const pdf = await openPdf(bytes);
  return Promise.all(Array.from({ length: pdf.numPages }, (_, index) => tagsOfPage(pdf, index + 1)));
}

/** The tags of the first page that are more than a group, in order, each with its language where it has one. */
async function spokenTags(bytes: Uint8Array): Promise<readonly string[]> {
  const spoken = (node: unknown): readonly string[] => {
    if (typeof node !== 'object' || node === null || !('role' in node && 'children' in node)) return [];
    const own = 'lang' in node ? `${node.role} ${node.lang}` : String(node.role);
    return [own, ...(Array.isArray(node.children) ? node.children.flatMap(spoken) : [])];
  };
  const tree: unknown = await (await (await openPdf(bytes)).getPage(1)).getStructTree();
  return spoken(tree).filter((tag) => tag !== 'NonStruct');
}

function tagTreeOf(file: PdfFile): TagTree {
  const root = file.dict(file.root).get('StructTreeRoot');
  if (!isRef(root)) throw new TypeError('the file has no tags');
  return new TagTree(file, root);
}

const problemsOf = (file: PdfFile): readonly string[] => checkTags(tagTreeOf(file), pagesOf(file));

const print = setUpPrint(PAGE, sampleDetails(5));

describe('the tags of a finished print', () => {
  test('leave nothing for a check to find, and the file says so', () => {
    expect(problemsOf(readFinished(print.finished))).toEqual([]);
    expect(Buffer.from(print.finished).toString('latin1')).toContain('<pdfuaid:part');
  });

  test('leave all text where it was', async () => {
    const [before, after] = await Promise.all([openPdf(print.raw), openPdf(print.finished)]);
    expect(await textOfPages(after)).toEqual(await textOfPages(before));
  });

  test('do not name grounds, borders, and pictures without a description', async () => {
    const [page] = await tagsOf(print.finished);
    expect(page?.filter((role) => role !== 'NonStruct' && role !== 'Root')).toEqual(['Document', 'Art', 'H1']);
  });

  test('give each item of a list a body', async () => {
    const [, page] = await tagsOf(print.finished);
    expect(page?.filter((role) => role.startsWith('L'))).toEqual(
      ['L', 'LI', 'Lbl', 'LBody', 'L', 'LI', 'Lbl', 'LBody', 'LI', 'Lbl', 'LBody'], // One, Inner, Three
    );
  });

  test('do so in what is drawn apart, because it is faded', () => {
    const tags = tagTreeOf(readFinished(print.finished)).byRole();
    expect(['LI', 'LBody'].map((role) => tags.get(role)?.length)).toEqual([4, 4]);
  });

  test.each([
    ['from the first level', ['h2', 'h3', 'h2'], ['H1', 'H2', 'H1']],
    ['without a gap', ['h1', 'h3', 'h4', 'h2'], ['H1', 'H2', 'H3', 'H2']],
    ['as they are where they are right', ['h1', 'h2', 'h3', 'h2'], ['H1', 'H2', 'H3', 'H2']],
  ])('nest headings %s', async (_title, levels, roles) => {
    const page = samplePage(levels.map((level) => `<${level}>Heading</${level}>`));
    const { value, findings } = finishPdf([(await printPage(print.browser, page)).value], sampleDetails(levels.length));
    expect((await tagsOf(value)).flat().filter((role) => /^H\d/.test(role))).toEqual(roles);
    expect(findings).toEqual([]);
  });

  test.each([
    ['a passage', '<p>In <span lang="de">einem <b>Wort</b></span></p>', ['P', 'Span de']],
    ['a passage in a heading', '<h1>In <cite lang="de">Wort</cite></h1>', ['H1', 'Span de']],
    ['a passage in another', '<p><span lang="de">in <i lang="fr">un</i></span></p>', ['P', 'Span de', 'Span fr']],
    ['a box with paragraphs', '<div lang="de"><p>Wort</p></div>', ['Div de', 'P']],
    ['a list in another language', '<dl lang="de"><dt>A</dt><dd>b</dd></dl>', ['L de', 'LI', 'Lbl', 'LBody']],
    [
      'terms with more than one meaning, or with another list in it',
      '<dl><dt>A</dt><dd>b</dd><dd>c</dd><dt>D</dt><dd><dl><dt>E</dt><dd lang="de">f</dd></dl></dd></dl>',
      ['L', 'LI', 'Lbl', 'LBody', 'LBody', 'LI', 'Lbl', 'LBody', 'L', 'LI', 'Lbl', 'LBody de'],
    ],
    ['no list of what has other parts', '<dl><div><dt>A</dt><dd>b</dd></div></dl>', []],
  ])('name the language of %s, and what it is', async (_title, html, expected) => {
    const { value, findings } = finishPdf(
      [(await printPage(print.browser, samplePage([html]))).value],
      sampleDetails(1),
    );
    expect((await spokenTags(value)).slice(3)).toEqual(expected);
    expect(findings).toEqual([]);
  });

  test('leave words from right to left whole for who copies them, letters that are joined too', async () => {
    const words = ['<p lang="ar" dir="rtl">منارة السلام لا</p>', '<p lang="he" style="opacity:.5">שלום</p>'];
    const { value } = finishPdf([(await printPage(print.browser, samplePage(words))).value], sampleDetails(2));
    const texts = await textOfPages(await openPdf(value));
    for (const word of ['منارة', 'السلام', 'لا', 'שלום']) expect(texts.join(' ')).toContain(word);
  });

  test('keep one figure where a figure holds its picture', async () => {
    const [, , page] = await tagsOf(print.finished);
    expect(page?.filter((role) => role !== 'NonStruct')).toEqual(
      expect.arrayContaining(['H2', 'Div', 'Figure', 'Caption']),
    );
    expect(page?.filter((role) => role === 'Figure')).toHaveLength(1);
  });

  test('hold each link, a number of a note too', async () => {
    const [, , , , page] = await tagsOf(print.finished);
    expect(page).toEqual(expect.arrayContaining(['Table', 'TR', 'TH', 'TD', 'Link']));
  });
});

describe('checkTags', () => {
  test.each<[string, RegExp, string, string]>([
    ['a picture without a description', /\/Alt \(A square\)/, '', 'a picture has no description'],
    ['a header without a scope', /\/Scope \/Column/, '', 'a header of a table has no scope'],
    ['an item without a body', /\/S \/LBody/, '/S /Div', 'an item of a list has no body'],
    ['a level that is skipped', /\/S \/H2/, '/S /H3', 'a heading of level 3 follows one of level 1'],
    ['a list with something else in it', /(\/S \/)LI\b/, '$1Div', 'a list holds what is no item'],
    ['an item without its list', /(\/S \/)L\b/, '$1Div', 'an item stands in no list'],
    ['a table with something else in it', /(\/S \/)TR\b/, '$1Div', 'a table holds what is no row'],
    ['a row without its table', /(\/S \/)Table\b/, '$1Div', 'a row stands in no table'],
    ['a row with something else in it', /(\/S \/)TD\b/, '$1Div', 'a row of a table holds what is no cell'],
    ['a link without its tag', /\/S \/Link/, '/S /Span', 'a link of page 4 has no tag'],
    ['a link without a description', /\/Contents \(https[^)]*\)/, '', 'a link of page 4 has no description'],
    ['another order of the Tab key', /\/Tabs \/S/, '', 'on page 4 the Tab key does not follow the tags'],
    ['content that no tag holds', /\/StructParents \d+/, '/StructParents 99', 'content 1 of page 2 has no tag'],
    ['a tag that no reader knows', /\/S \/Caption/, '/S /Legend', 'no reader knows the tag Legend'],
    ['no language', /\/Lang \(en\)/, '', 'no language is named'],
    ['no title', /\/Title \(Sample\)/, '', 'there is no title'],
    ['a title that is not shown', /\/DisplayDocTitle true/, '', 'the title is not shown'],
    ['no claim to have tags', /\/Marked true/, '', 'the file does not say that it has tags'],
    ['a font that is elsewhere', /\/FontFile2 \d+ 0 R/, '', 'a font is not in the file'],
    ['a font without characters', /\/ToUnicode \d+ 0 R/, '', 'a font does not say what it draws'],
    ['a page that cannot be read', /\/Contents \d+ 0 R/, '', 'what page 1 draws cannot be read'],
  ])('finds %s', (_title, pattern, replacement, problem) => {
    const file = readFinished(print.finished);
    for (const [id, text] of file.objects) file.objects.set(id, text.replace(pattern, replacement));
    expect(problemsOf(file)).toContain(problem);
  });

  test('finds a font that has no character for what it draws', () => {
    const file = readFinished(print.finished);
    for (const id of file.streams.keys()) {
      const map = Buffer.from(file.readStream(id) ?? []).toString('latin1');
      if (map.includes('begincmap')) {
        file.replaceStream(id, Buffer.from(map.replace(/<\w+>(?=\nendbfchar)/, '<0000>'), 'latin1'));
      }
    }
    expect(problemsOf(file)).toContain('a font does not say what it draws');
  });

  test('keeps a print from the claim that it is for all, and says why', async () => {
    const html = PAGE.html.replace(' alt="A square"', '');
    const { value, findings } = finishPdf(
      [(await printPage(print.browser, { ...PAGE, html })).value],
      sampleDetails(5),
    );
    expect(Buffer.from(value).toString('latin1')).not.toContain('pdfuaid');
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'not-for-all: the PDF does not claim to meet PDF/UA: a picture has no description',
    ]);
  });
});
