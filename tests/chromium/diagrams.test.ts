import { mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from './browser.ts';
import { type DeckTab, openDeck } from './deck-tab.ts';
import { DIAGRAMS } from './diagrams.ts';
import { readFonts } from './fonts.ts';
import { findLostContent } from './in-page.ts';
import { findTags, type PdfReport, readPdf } from './pdf.ts';
import { createScratchFolder, readFolder, rostrum } from './rostrum.ts';

const scratch = createScratchFolder();
const slide = ({ type, text }: { type: string; text: string }): string =>
  `## ${type} {#on-${type}}\n\n\`\`\`mermaid {alt="A drawing: ${type}"}\n${text}\n\`\`\`\n`;
let browser: Browser;
let tab: DeckTab;
let pdf: PdfReport;

beforeAll(async () => {
  mkdirSync(scratch.path('talk', 'slides'), { recursive: true });
  writeFileSync(scratch.path('talk', 'slides', '10-all.md'), DIAGRAMS.map(slide).join('\n'));
  const talk = scratch.path('talk');
  browser = await startBrowser();
  await rostrum(['build', talk, '-o', scratch.path('deck')]);
  await rostrum(['build', talk, '-o', scratch.path('again')]);
  await rostrum(['print', '--talk', talk, '-o', scratch.path('talk.pdf')]);
  tab = await openDeck(browser, pathToFileURL(scratch.path('deck', 'index.html')).href);
  pdf = await readPdf(scratch.path('talk.pdf'));
}, 120_000);
afterAll(async () => {
  await browser.close();
  scratch.remove();
});

/** Runs inside the page: what the diagram of the slide that shows is like. */
function readDiagram() {
  const figure = document.querySelector('section.present figure.diagram');
  const svg = figure?.querySelector('svg');
  const room = document.querySelector('section.present .slide')?.getBoundingClientRect();
  const outer = svg?.getBoundingClientRect();
  if (!figure || !svg || !room || !outer) throw new Error('there is no diagram');
  const texts = [...svg.querySelectorAll('text')];
  const scale = outer.height / Number(svg.getAttribute('height'));
  return {
    label: figure.getAttribute('aria-label'),
    words: texts.map((text) => text.textContent),
    smallestPx: Math.min(...texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize) * scale)),
    isInside: outer.left >= room.left && outer.right <= room.right && outer.bottom <= room.bottom - 40,
    cut: texts
      .filter((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        return left < outer.left - 1 || right > outer.right + 1 || top < outer.top - 1 || bottom > outer.bottom + 1;
      })
      .map((text) => text.textContent),
    elements: [...new Set([...svg.querySelectorAll('*')].map((element) => element.localName))],
    colors: [...new Set((svg.outerHTML.match(/#[0-9a-f]{3,8}\b(?!\/)/gi) ?? []).sort())],
    attributes: [...new Set([...svg.querySelectorAll('*')].flatMap((element) => element.getAttributeNames()))].filter(
      (name) => /^(?:on|style|class|href|data)/.test(name),
    ),
    marks: [...svg.querySelectorAll('[marker-end], [marker-start]')].filter(
      (line) =>
        !document.getElementById(
          /#(.*)\)/.exec(line.getAttribute('marker-end') ?? line.getAttribute('marker-start') ?? '')?.[1] ?? '',
        ),
    ).length,
  };
}

describe.each(DIAGRAMS)('a diagram of the kind $type', ({ type, words }) => {
  test('shows its words in the fonts and colours of the theme, whole and large enough', async () => {
    await tab.page.evaluate((id) => {
      window.location.hash = `/on-${id}`;
    }, type);
    await tab.arrive(`on-${type}`);
    const seen = await tab.page.evaluate(readDiagram);
    expect(seen).toMatchObject({ label: `A drawing: ${type}`, isInside: true, cut: [], attributes: [], marks: 0 });
    expect(words.filter((word) => !seen.words.some((text) => text?.includes(word)))).toEqual([]);
    expect(seen.smallestPx).toBeGreaterThanOrEqual(16);
    const allowed = [
      'defs',
      'marker',
      'g',
      'path',
      'rect',
      'circle',
      'ellipse',
      'line',
      'polyline',
      'polygon',
      'text',
      'tspan',
    ];
    expect(seen.elements.filter((name) => !allowed.includes(name))).toEqual([]);
    // What the author set himself, and what can be read upon it.
    expect(seen.colors).toEqual(type === 'flowchart' ? ['#000000', '#333333', '#aa0000', '#ffee88', '#ffffff'] : []);
    expect(await tab.page.evaluate(findLostContent)).toEqual([]);
    const fonts = await readFonts(tab.page, 'section.present figure.diagram text');
    expect(fonts.filter(({ isBundled }) => !isBundled)).toEqual([]);
    const family = type === 'Japanese' ? 'BIZ UDPGothic' : 'Libre Franklin';
    expect(fonts.filter((font) => font.family.startsWith(family))).not.toEqual([]);
    expect(tab.problems).toEqual([]);
  });

  test('is one figure with its description on paper', () => {
    const page = pdf.pages[DIAGRAMS.findIndex((diagram) => diagram.type === type)];
    const figures = findTags(page?.tags ?? [], 'Figure');
    expect(figures.map(({ alt }) => alt)).toEqual([`A drawing: ${type}`]);
    const text = (page?.text ?? '').replace(/\s+/g, '');
    expect(words.filter((word) => !text.includes(word.replace(/\s+/g, '')))).toEqual([]);
    const foreign = (page?.fonts ?? []).filter(
      ({ name }) => !/^[A-Z]{6}\+(?:BIZUDPGothic|LibreFranklin|Newsreader)/.test(name),
    );
    expect(foreign).toEqual([]);
  });
});

test('the same diagrams give the same bytes, in another browser too', () => {
  expect([...readFolder(scratch.path('again'))]).toEqual([...readFolder(scratch.path('deck'))]);
});

test('a diagram does not depend on those before it', async () => {
  const last = DIAGRAMS.at(-2);
  if (!last) throw new Error('there are no diagrams');
  writeFileSync(scratch.path('alone.md'), slide(last));
  await rostrum(['build', scratch.path('alone.md'), '-o', scratch.path('alone')]);
  const drawingIn = (folder: string): string => {
    const html = readFolder(scratch.path(folder)).get('index.html')?.toString() ?? '';
    const section = html.slice(html.indexOf(`id="on-${last.type}"`));
    const figure = /<figure class="diagram[\s\S]*?<\/figure>/.exec(section)?.[0] ?? '';
    return figure.replace(/diagram\/\d+/g, 'diagram/1').replace(/ style-\d+/, '');
  };
  expect(drawingIn('alone')).not.toBe('');
  expect(drawingIn('alone')).toBe(drawingIn('deck'));
});

test('is drawn in a family whose name has a word that begins with a digit', async () => {
  const [first] = DIAGRAMS;
  if (!first) throw new Error('there are no diagrams');
  writeFileSync(scratch.path('digit.md'), `---\ntheme: lectern\n---\n\n${slide(first)}`);
  await rostrum(['build', scratch.path('digit.md'), '-o', scratch.path('digit')]);
  expect(readFolder(scratch.path('digit')).get('index.html')?.toString()).toContain('<figure class="diagram');
});

describe('a browser', () => {
  const environment = { ROSTRUM_BROWSER: '/nowhere/chromium' };

  test('is not needed to build a talk without diagrams', async () => {
    writeFileSync(scratch.path('plain.md'), '## A\n\n```text\nmermaid\n```\n');
    await rostrum(['build', scratch.path('plain.md'), '-o', scratch.path('plain')], { environment });
  });

  test('is needed for one with diagrams, and what else is wrong is told with it', async () => {
    writeFileSync(scratch.path('wrong.md'), '## A\n\n```mermaid {alt="x"}\npie\n"a": 1\n```\n\n[B](#nowhere)\n');
    const building = rostrum(['build', scratch.path('wrong.md')], { environment });
    await expect(building).rejects.toThrow(/\(browser-not-there\)[\s\S]*\(unknown-slide\)/);
  });
});
