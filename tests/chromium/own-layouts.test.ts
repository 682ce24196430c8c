import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPage } from '../docs/pages.ts';
import { findTags, type PdfReport, readPdf } from './pdf.ts';
import { createScratchFolder, rostrum } from './rostrum.ts';

const scratch = createScratchFolder();
afterAll(() => scratch.remove());

/** The example of docs/own-layouts.md, as a talk. */
function writeTalk(): void {
  const { blocks } = readPage('docs/own-layouts.md');
  const example = (language: string): string => blocks.find((block) => block.language === language)?.text ?? '';
  const files = {
    'slides/00.md': '# Keepers\n',
    'slides/01.md': `${example('markdown')}\n`,
    'slides/media/nell.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4v3z"/></svg>',
    'templates/layouts/profile.yaml': example('yaml'),
    'templates/layouts/profile.hbs': example('handlebars'),
    'templates/theme.css': example('css'),
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(scratch.path(path)), { recursive: true });
    writeFileSync(scratch.path(path), text);
  }
}

describe('a slide whose layout has fields of its own', () => {
  let pdf: PdfReport;
  let steps: PdfReport;

  beforeAll(async () => {
    writeTalk();
    const folder = scratch.path();
    await rostrum(['build'], { folder });
    await rostrum(['print', 'slides', '-o', 'whole.pdf'], { folder });
    await rostrum(['print', 'slides', '--steps', '-o', 'steps.pdf'], { folder });
    pdf = await readPdf(scratch.path('whole.pdf'));
    steps = await readPdf(scratch.path('steps.pdf'));
  });

  test('has them in the deck', () => {
    const html = readFileSync(scratch.path('dist/deck/index.html'), 'utf8');
    expect(html).toMatch(
      /<img loading="lazy" src="assets\/nell-[0-9a-f]{10}\.svg" alt="Nell at the oars of her boat"><figcaption>After a print/,
    );
    expect(html).toContain('<p class="role">Keeper of the rock, born 1842 (retired)</p>');
    expect(html).toContain('<li data-step="1">Brought <strong>eighteen</strong> people home');
    expect(html).toContain('<div class="words"><blockquote><p>There is no light but the one that you trim.</p>');
    expect(html).toContain('<p>Her boat is still there.</p>');
  });

  test('has them on paper: words, description of the picture, list, and footnote', () => {
    const page = pdf.pages[1];
    const words = page?.text.replace(/\s+/g, ' ') ?? '';
    for (const said of [
      'Keeper of the rock, born 1842 (retired)',
      'After a print',
      'Rowed out in every weather',
      'There is no light but the one that you trim.',
      'Her boat is still there.',
      'The log of the station',
    ]) {
      expect(words).toContain(said);
    }
    const tags = page?.tags ?? [];
    expect(findTags(tags, 'Figure').map(({ alt }) => alt)).toContain('Nell at the oars of her boat');
    expect(findTags(tags, 'LBody').map(({ text }) => text.replace(/\s+/g, ''))).toContain('Rowedoutineveryweather');
  });

  test('shows their steps one by one', () => {
    expect(steps.pages).toHaveLength(3);
    expect(steps.pages.map(({ text }) => text.includes('eighteen'))).toEqual([false, false, true]);
  });
});
