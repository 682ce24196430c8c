import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openDeck } from './deck-tab.ts';
import { readSlides, type SlideInPage } from './in-page.ts';
import { readOutlines } from './outlines.ts';
import { findTags, type PdfBookmark, type PdfReport, type PdfTag, readPdf } from './pdf.ts';
import { createScratchFolder, rostrum } from './rostrum.ts';
import { setUpStage, talkNames } from './stage.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const stage = setUpStage(talkNames);
const scratch = createScratchFolder();
afterAll(() => scratch.remove());

const squeeze = (text: string): string => text.replace(/\s+/g, '');
const textsOf = (tags: readonly PdfTag[]): readonly string[] => tags.map(({ text }) => squeeze(text));
/** How often one text is in another. */
const count = (text: string, part: string): number => text.split(part).length - 1;

describe.each(talkNames)('the PDF of the %s talk', (name) => {
  let pdf: PdfReport;
  /** The slides as the deck has them: what the print is compared with, page by page. */
  let slides: readonly SlideInPage[];
  const pairs = () => slides.map((slide, index) => ({ slide, page: pageAt(index) }));
  const pageAt = (index: number) => {
    const page = pdf.pages[index];
    if (!page) throw new RangeError(`there is no page ${index + 1}`);
    return page;
  };

  beforeAll(async () => {
    const path = scratch.path(`${name}.pdf`);
    await rostrum(['print', 'slides', '--talk', stage.talk(name), '-o', path]);
    const tab = await openDeck(stage.browser, stage.page(name, 'http'));
    slides = await tab.page.evaluate(readSlides);
    await tab.close();
    pdf = await readPdf(path);
  });

  test('has a page for each slide, of exactly the size of a slide', () => {
    expect(pdf.pages.length).toBe(slides.length);
    expect(new Set(pdf.pages.map(({ widthPt, heightPt }) => `${widthPt} x ${heightPt} pt`))).toEqual(
      new Set(['960 x 540 pt']),
    );
  });

  test('has the heading of each slide on its page, tagged in the order that the slide has', () => {
    for (const { slide, page } of pairs()) {
      const found = findTags(page.tags, 'H1', 'H2').map(({ role, text }) => `${role.toLowerCase()} ${squeeze(text)}`);
      expect(found).toEqual(
        slide.headings.map((heading) => heading.replace(/ (.*)$/, (_, text) => ` ${squeeze(text)}`)),
      );
    }
  });

  test('says each item of each list once, steps too, in order, tagged as a list', () => {
    const { items } = readOutlines(stage.talk(name));
    const inner = pairs().flatMap(({ page }) =>
      findTags(page.tags, 'LI').filter((tag) => findTags(tag.children, 'LI').length === 0),
    );
    expect(slides.flatMap((slide) => slide.items).length).toBeGreaterThan(5);
    for (const { slide, page } of pairs()) {
      const listed = textsOf(findTags(page.tags, 'L'));
      for (const item of slide.items) {
        expect(count(squeeze(page.text), squeeze(item)), item).toBe(1);
        expect(listed.some((list) => list.includes(squeeze(item)))).toBe(true);
      }
    }
    expect(inner.length).toBe(slides.flatMap((slide) => slide.items).length);
    const all = squeeze(pdf.pages.map(({ text }) => text).join(' '));
    expect(items.filter((item) => !all.includes(squeeze(item)))).toEqual([]);
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
    expect(slides.flatMap(({ pictures }) => pictures).length).toBeGreaterThan(0);
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
    const { secrets } = readOutlines(stage.talk(name));
    expect(secrets.length).toBeGreaterThan(5);
    expect(secrets.filter((secret) => text.includes(squeeze(secret)))).toEqual([]);
  });
});
