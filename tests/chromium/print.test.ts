import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDeck } from './deck-tab.ts';
import type { SlideInPage } from './in-page.ts';
import { readOutlines } from './outlines.ts';
import { findTags, type PdfBookmark, type PdfReport, type PdfTag, readPdf } from './pdf.ts';
import { createScratchFolder, rostrum } from './rostrum.ts';
import { setUpStage, talkNames } from './stage.ts';

const stage = setUpStage(talkNames);
const scratch = createScratchFolder();
afterAll(() => scratch.remove());

const squeeze = (text: string): string => text.replace(/\s+/g, '');
const textsOf = (tags: readonly PdfTag[]): readonly string[] => tags.map(({ text }) => squeeze(text));
/** The text of an item of a list without its number. */
const itemText = ({ children, text }: PdfTag): string => {
  const label = children.find(({ role }) => role === 'Lbl')?.text ?? '';
  return squeeze(text.slice(label.length));
};
/** How often one text is in another. */
const count = (text: string, part: string): number => text.split(part).length - 1;

describe.each(talkNames)('the PDF of the %s talk', (name) => {
  let pdf: PdfReport;
  /** The slides as the deck has them: what the print is compared with, page by page. */
  let slides: readonly SlideInPage[];
  const pairs = () => slides.map((slide, index) => ({ slide, page: pageAt(index) }));
  const tagsOf = (...roles: readonly string[]) => pdf.pages.flatMap((page) => findTags(page.tags, ...roles));
  const pageAt = (index: number) => {
    const page = pdf.pages[index];
    if (!page) throw new RangeError(`there is no page ${index + 1}`);
    return page;
  };

  beforeAll(async () => {
    const path = scratch.path(`${name}.pdf`);
    await rostrum(['print', 'slides', '--talk', stage.talk(name), '-o', path]);
    const tab = await openDeck(stage.browser, stage.page(name, 'http'));
    slides = await tab.slides();
    await tab.close();
    pdf = await readPdf(path);
  });

  test('has a page for each slide, of exactly the size of a slide', () => {
    expect(pdf.pages.length).toBe(slides.length);
    expect(new Set(pdf.pages.map(({ widthPt, heightPt }) => `${widthPt} x ${heightPt} pt`))).toEqual(
      new Set(['960 x 540 pt']),
    );
  });

  test('has the heading of each slide on its page', () => {
    for (const { slide, page } of pairs()) {
      const found = findTags(page.tags, 'H1', 'H2').map(({ role, text }) => `${role.toLowerCase()} ${squeeze(text)}`);
      expect(found).toEqual(
        slide.headings.map((heading) => heading.replace(/ (.*)$/, (_, text) => ` ${squeeze(text)}`)),
      );
    }
  });

  test('tags the headings of the outlines, those of the talk and its sections above those of slides', () => {
    const { headings } = readOutlines(stage.talk(name));
    expect(tagsOf('H1', 'H2').map(({ role, text }) => `${role} ${squeeze(text)}`)).toEqual(
      headings.map(({ level, text }) => `H${level} ${squeeze(text)}`),
    );
  });

  test('tags the items of the outlines as lists, each once and in order, steps merged', () => {
    const { items } = readOutlines(stage.talk(name));
    const listed = tagsOf('L').flatMap((list) => findTags(list.children, 'LI'));
    expect(new Set(listed)).toEqual(new Set(tagsOf('LI')));
    const texts = tagsOf('LI').map(itemText);
    expect(texts.length).toBe(items.length);
    // The text of an item that holds a list goes on with that list.
    for (const [index, item] of items.entries())
      expect(texts[index]?.slice(0, squeeze(item).length)).toBe(squeeze(item));
    for (const { slide, page } of pairs()) {
      for (const item of slide.items) expect(count(squeeze(page.text), squeeze(item)), item).toBe(1);
    }
  });

  test('has all the text of each slide on its page', () => {
    const missing = pairs().flatMap(({ slide, page }) => {
      const printed = squeeze(page.text);
      return slide.paragraphs.filter((text) => !printed.includes(squeeze(text))).map((text) => `${slide.id}: ${text}`);
    });
    expect(missing).toEqual([]);
    expect(slides.flatMap(({ paragraphs }) => paragraphs).length).toBeGreaterThan(slides.length);
  });

  test('has tags on every page, tables with their rows and heads, and an alternative text for every picture', () => {
    expect(pdf.isTagged).toBe(true);
    for (const { slide, page } of pairs()) {
      expect(findTags(page.tags, 'Document', 'Art', 'Sect').length, slide.id).toBeGreaterThan(0);
      const read = page.tags.map(({ text }) => text).join('') + slide.pictures.join('');
      expect(squeeze(read), slide.id).not.toBe('');
      expect(findTags(page.tags, 'Figure').map(({ alt }) => alt)).toEqual(slide.pictures);
      const tables = findTags(page.tags, 'Table');
      expect(tables.length, slide.id).toBe(slide.tables.length);
      expect(tables.map((table) => findTags([table], 'TR').map((row) => textsOf(findTags([row], 'TH', 'TD'))))).toEqual(
        slide.tables.map((rows) => rows.map((cells) => cells.map(squeeze))),
      );
      for (const table of tables) expect(findTags([table], 'TH').length).toBeGreaterThan(0);
    }
    expect(tagsOf('Figure').map(({ alt }) => alt)).toEqual(readOutlines(stage.talk(name)).pictures);
    expect(tagsOf('Figure').length).toBeGreaterThan(0);
    expect(slides.flatMap(({ tables }) => tables).length).toBeGreaterThan(0);
  });

  test('keeps every link alive, with its address or the page of its slide, and a description', () => {
    for (const { slide, page } of pairs()) {
      const expected = slide.links.map((link) =>
        link.startsWith('#')
          ? { url: '', page: slides.findIndex(({ id }) => `#${id}` === decodeURIComponent(link)) + 1 }
          : { url: link, page: 0 },
      );
      expect(page.links.map(({ url, page: target }) => ({ url, page: target }))).toEqual(expected);
      expect(page.links.filter(({ description }) => description === '')).toEqual([]);
      expect(findTags(page.tags, 'Link').length).toBe(slide.links.length);
    }
    expect(pdf.pages.flatMap(({ links }) => links).some((link) => link.page > 0)).toBe(true);
    expect(pdf.pages.flatMap(({ links }) => links).some((link) => link.url !== '')).toBe(true);
  });

  test('has a bookmark for each slide, under its section, that opens its page', () => {
    const flat = (bookmarks: readonly PdfBookmark[]): readonly PdfBookmark[] =>
      bookmarks.flatMap((bookmark) => [bookmark, ...flat(bookmark.children)]);
    expect(flat(pdf.bookmarks).map(({ title, page }) => ({ title, page }))).toEqual(
      slides.map((slide, index) => ({ title: slide.name, page: index + 1 })),
    );
    const openings = slides.filter(({ headings }) => headings[0]?.startsWith('h1 ')).map((slide) => slide.name);
    expect(pdf.bookmarks.map(({ title }) => title)).toEqual(openings);
    for (const { children } of pdf.bookmarks) expect(children.flatMap((child) => child.children)).toEqual([]);
  });

  test('says its title, its author and its language', () => {
    const yaml = readFileSync(`${stage.talk(name)}/slides/talk.yaml`, 'utf8');
    const field = (key: string) => new RegExp(`^${key}: "?(.*?)"?$`, 'm').exec(yaml)?.[1] ?? '';
    expect({ title: pdf.title, author: pdf.author, language: pdf.language }).toEqual({
      title: field('title'),
      author: field('speaker'),
      language: field('lang'),
    });
  });

  test('holds its own fonts, all of them and no others', () => {
    const fonts = pdf.pages.flatMap((page) => page.fonts);
    expect(fonts.filter(({ isEmbedded }) => !isEmbedded)).toEqual([]);
    const foreign = fonts.filter(
      ({ name: font }) => !/^[A-Z]{6}\+(?:BIZUDPGothic|JetBrainsMono|LibreFranklin|Newsreader)/.test(font),
    );
    expect(foreign).toEqual([]);
  });

  test('holds no word of the notes or of hidden slides', () => {
    const text = squeeze(pdf.pages.map((page) => page.text).join(' '));
    const { secrets, handouts } = readOutlines(stage.talk(name));
    expect(secrets.length).toBeGreaterThanOrEqual(5);
    expect([...secrets, ...handouts].filter((secret) => text.includes(squeeze(secret)))).toEqual([]);
  });
});
