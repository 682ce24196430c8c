import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { languageFixtures, languagePage, pictureOf } from '../scripts/language-page.mjs';
import { prepareTalk } from '../src/commands/prepare.ts';
import { motionAttributes } from '../src/deck/motion.ts';
import { drawSlides } from '../src/deck/slides.ts';
import { createDiskHost } from '../src/io/disk.ts';
import { renderBlocks } from '../src/markdown/render.ts';
import { loadLanguage } from '../src/talk/language.ts';
import { parseTalk, readTalk } from '../src/talk/load.ts';
import { positionAt } from '../src/text/source.ts';
import { PLAIN } from './markdown/parse-text.ts';

const FIXTURES = fileURLToPath(new URL('fixtures/language', import.meta.url));
const names = readdirSync(FIXTURES);

const { env: environment, platform } = process;
const isRoot = process.getuid?.() === 0;
const host = createDiskHost({ folder: FIXTURES, environment, platform, isRoot, home: homedir() });

async function prepared(name: string) {
  return prepareTalk(
    { host, version: '0', lap: () => {}, say: () => {}, progress: () => {} },
    { talk: join(name, 'talk.md') },
  );
}

/** The notes of each slide by kind, with the steps that they belong to: they are in no view of the deck. */
async function notesOf(name: string) {
  const { value: files } = readTalk(host, join(name, 'talk.md'));
  const { value: talk } = parseTalk(host, files, await loadLanguage(files.outlines));
  return talk.slides.map(({ notes, noteSteps }) => ({
    ...Object.fromEntries(Object.entries(notes).map(([kind, blocks]) => [kind, renderBlocks(blocks, PLAIN)])),
    steps: notes.speaker.flatMap((block) => noteSteps.get(block) ?? []),
  }));
}

/** A view as people read it: HTML as text, one block on a line, and nothing that is empty. */
function readable(value: unknown): unknown {
  if (value === '' || value === null || (Array.isArray(value) && value.length === 0)) return undefined;
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== 'object') return value;
  if ('toHTML' in value) return withoutDrawings(String(value));
  const fields = Object.entries(value).map(([name, inner]) => [name, readable(inner)] as const);
  const said = fields.filter(([, inner]) => inner !== undefined);
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

/** HTML in which a diagram is its words, a formula its MathML, and a QR code only there: what each looks like says nothing to people. */
function withoutDrawings(html: string): string {
  return withoutGlyphs(
    html
      .replace(/(<svg class="qr-code").*?<\/svg>/g, '$1/>')
      .replace(/(<figure [^>]*\bclass="diagram[^>]*>)(<svg[\s\S]*?<\/svg>)/g, (_, figure: string, svg: string) => {
        const words = [...svg.matchAll(/<text[^>]*>([\s\S]*?)<\/text>/g)].map(([, text = '']) =>
          text.replace(/<[^>]*>/g, ''),
        );
        return `${figure}<svg>${words.join(' | ')}</svg>`;
      }),
  );
}

/** HTML in which a formula is its MathML alone: where KaTeX puts each sign is not for people to read. */
function withoutGlyphs(html: string): string {
  const start = html.indexOf('<span class="katex-html"');
  if (start === -1) return html;
  let depth = 0;
  for (const { 0: tag, index } of html.slice(start).matchAll(/<\/?span\b[^>]*>/g)) {
    depth += tag.startsWith('</') ? -1 : 1;
    if (depth === 0) return html.slice(0, start) + withoutGlyphs(html.slice(start + index + tag.length));
  }
  return html.slice(0, start);
}

/** HTML with each element of a block on a line of its own. */
function inLines(html: string): string {
  const block =
    'div|p|ul|ol|li|dl|dt|dd|h[1-6]|header|figure|figcaption|blockquote|table|caption|thead|tbody|tr|th|td|pre';
  return withoutDrawings(html)
    .replace(new RegExp(`\\s*(<(?:${block})\\b)`, 'g'), '\n$1')
    .replace(/\s*(<\/(?:div|ul|ol|dl|header|figure|blockquote|table|thead|tbody|tr)>)/g, '\n$1')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

test('docs/language.md shows each fixture as it is, beside its pictures', () => {
  const fixtures = languageFixtures();
  const page = fileURLToPath(new URL('../docs/language.md', import.meta.url));
  expect(readFileSync(page, 'utf8')).toBe(languagePage(fixtures));
  const pictures = fixtures.flatMap(({ name, ids }) => ids.map((_, index) => pictureOf(name, index)));
  expect(pictures.filter((path) => !existsSync(join(page, '..', path)))).toEqual([]);
});

describe.each(names)('the language: %s', (name) => {
  test('becomes its view and its HTML', async () => {
    const { view, templates, findings } = await prepared(name);
    const found = findings.map(({ rule, span }) => `${span ? positionAt(span.source, span.start).line : 0}: ${rule}`);
    const notes = await notesOf(name);
    const slides = view.slides.map(({ slide, background, motion }, index) => ({
      ...slide,
      background,
      motion: motionAttributes({ motion }).trim(),
      notes: notes[index],
    }));
    const seen = { findings: found, slides };
    await expect(`${JSON.stringify(readable(seen), null, 2)}\n`).toMatchFileSnapshot(join(FIXTURES, name, 'view.json'));
    const html = drawSlides(view, templates).map((slide) => inLines(slide.html));
    await expect(`${html.join('\n\n')}\n`).toMatchFileSnapshot(join(FIXTURES, name, 'slides.html'));
  });
});
