import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { SAMPLE_KINDS } from '../../src/check/sample-kinds.ts';
import { countSlides, MEDIA, mediaOf, SAMPLE_FORMS, sampleTalk } from '../../src/check/samples.ts';
import { layoutNames } from '../../src/view/contract.ts';

const FORM = { kind: 'short', theme: 'base', size: '4:3', scheme: 'dark' } as const;
const SMALL = `---
lang: en
---

# A talk {#title .title}

## One {#points .points}

\`\`\`md
## No slide
\`\`\`

## With a note {#noted .points}

Text[^1]

[^1]: A note

## End {#closing .closing}
`;

function readSample(kind: string): string {
  return readFileSync(fileURLToPath(new URL(`../../templates/samples/${kind}.md`, import.meta.url)), 'utf8');
}

describe('a talk of samples', () => {
  test('says its theme, size and scheme before its other fields', () => {
    const fields = '---\ntheme: "base"\nsize: "4:3"\nscheme: dark\nlang: en\n---\n';
    expect(sampleTalk(SMALL, FORM, [...layoutNames])).toBe(SMALL.replace('---\nlang: en\n---\n', fields));
  });

  test('gives a layout of its own what points is given, but for footnotes, which have one place', () => {
    const added = sampleTalk(SMALL, FORM, ['points', 'gallery']).slice(sampleTalk(SMALL, FORM, []).length);
    expect(added).toBe('\n## One {#gallery-points .gallery}\n\n```md\n## No slide\n```\n');
  });

  test('has as many slides as it opens', () => {
    expect(countSlides(SMALL)).toBe(4);
    expect(countSlides('---\nlang: en\n---\n\n# A\n\n---\n\nb\n\n## C\n\n### d\n')).toBe(3);
  });
});

describe.each(SAMPLE_KINDS)('the samples of %s content', (kind) => {
  test('have a slide for every layout', () => {
    const text = readSample(kind);
    expect(layoutNames.filter((name) => !text.includes(` .${name}}`))).toEqual([]);
  });

  test('name the layout of each slide, and give it an id', () => {
    const openings = readSample(kind).match(/^##? .*$|^---\n\n.*$/gm) ?? [];
    expect(openings.filter((line) => !/\{#[\w-]+ \.[\w-]+\}$/.test(line))).toEqual([]);
  });
});

test('every talk is drawn for the deck and for slides, and in the light for all papers', () => {
  for (const form of SAMPLE_FORMS) expect(mediaOf(form).slice(0, 2)).toEqual(['deck', 'slides']);
  const sheets = SAMPLE_FORMS.filter((form) => mediaOf(form).length === MEDIA.length);
  expect(sheets.filter(({ scheme }) => scheme === 'light')).toHaveLength(SAMPLE_FORMS.length / 2);
  expect(new Set(sheets.filter(({ scheme }) => scheme === 'dark').map(({ kind }) => kind))).toEqual(new Set(['long']));
});
