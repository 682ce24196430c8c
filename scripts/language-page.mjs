/** The page docs/language.md: each construct of the language beside its pictures, from the fixtures that the tests use. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the fixtures, one talk in a file each. */
export const FIXTURES = fileURLToPath(new URL('../tests/fixtures/language', import.meta.url));

const INTRODUCTION = `<!-- biome-ignore-all format: the formatter would change what the examples mean -->

# The language in pictures

What is written, and what becomes of it in the theme of the shipped talk. Slides with steps are shown after their last one.
[Outlines](outlines.md) says all about each, [Layouts](layouts.md) about the kinds of slide.
`;

/** The fixtures in the order of their titles: name, title, the outline as it is shown, and how many slides it makes. */
export function languageFixtures() {
  const names = readdirSync(FIXTURES);
  const fixtures = names.map((name) => {
    const source = readFileSync(join(FIXTURES, name, 'talk.md'), 'utf8');
    const [, fields = '', body = ''] = /^---\n([\s\S]*?)---\n\n([\s\S]*)$/.exec(source) ?? [];
    const [, title = name] = /^title: (.*)$/m.exec(fields) ?? [];
    const others = fields.replace(/^title: .*\n/m, '');
    const { slides } = JSON.parse(readFileSync(join(FIXTURES, name, 'view.json'), 'utf8'));
    return {
      name,
      title,
      text: others === '' ? body : `---\n${others}---\n\n${body}`,
      ids: slides.map(({ id }) => id),
    };
  });
  return fixtures.sort((one, other) => (one.title < other.title ? -1 : 1));
}

/** Where the picture of a slide stands, relative to docs/. */
export function pictureOf(name, index) {
  return `pictures/language/${name}-${index + 1}.webp`;
}

/** The page as text. */
export function languagePage(fixtures) {
  const chapters = fixtures.map(({ name, title, text, ids }) => {
    const pictures = ids.map((_, index) => `![${title}: slide ${index + 1}](${pictureOf(name, index)})`);
    return `## ${title}\n\n\`\`\`\`\`markdown\n${text}\`\`\`\`\`\n\n${pictures.join('\n')}\n`;
  });
  return `${INTRODUCTION}\n${chapters.join('\n')}`;
}
