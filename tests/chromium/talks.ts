import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LANGUAGE = fileURLToPath(new URL('../fixtures/language', import.meta.url));
const FRONT_MATTER = /^---\n[\s\S]*?\n---\n/;
const BESIDE = ['talk.md', 'view.json', 'slides.html'];

/** Writes a talk that has every construct of the language: each fixture is one of its outlines. Diagrams are left out. */
export function writeLanguageTalk(folder: string): void {
  const slides = join(folder, 'slides');
  mkdirSync(slides, { recursive: true });
  writeFileSync(
    join(slides, 'talk.yaml'),
    'title: Every word of the language\nspeaker: Ada Keeper\nevent: Harbour Days\ndate: 2025-01-19\ntheme: horizon\n',
  );
  for (const name of readdirSync(LANGUAGE).filter((fixture) => fixture !== 'diagrams')) {
    const fixture = join(LANGUAGE, name);
    const outline = readFileSync(join(fixture, 'talk.md'), 'utf8').replace(FRONT_MATTER, '');
    writeFileSync(join(slides, `10-${name}.md`), outline);
    for (const entry of readdirSync(fixture).filter((file) => !BESIDE.includes(file))) {
      cpSync(join(fixture, entry), join(slides, entry), { recursive: true });
    }
  }
}

/** Writes a talk of so many slides, some long, some of one line, with links to the first and the last. */
export function writeLongTalk(folder: string, count: number): void {
  const slides = Array.from({ length: count }, (_, index) => {
    const items = Array.from({ length: index % 7 }, (_item, item) => `- Word ${item + 1} of slide ${index + 1}`);
    return `## Slide ${index + 1} {#s${index + 1}}\n\n${items.join('\n')}\n\n[First](#s1), [last](#s${count})\n`;
  });
  mkdirSync(join(folder, 'slides'), { recursive: true });
  writeFileSync(join(folder, 'slides', 'talk.yaml'), 'title: A long talk\n');
  writeFileSync(join(folder, 'slides', '00-all.md'), slides.join('\n'));
}
