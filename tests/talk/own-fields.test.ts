import { expect, test } from 'vitest';
import { declare } from '../declared.ts';
import { type Files, SVG, talkOf } from './talk-of.ts';

const PROFILE = declare('profile', { portrait: 'picture', words: 'html', facts: 'list' });

function profile(outline: string, files: Files = {}) {
  return talkOf({ 'slides/00.md': outline, ...files }, '.', PROFILE);
}

test('what stands in fields belongs to the talk as all that is on a slide does', () => {
  const outline = `## A {.profile}

![b](p.svg){.portrait #p}

::: {.words #w}
\`\`\`ts
c
\`\`\`
[d](#f)$x$
:::

::: {.facts #l}
- e {#f}
:::

[g](#p), [h](#w) and [i](#l)`;
  const { talk, found } = profile(outline, { 'slides/p.svg': SVG });
  expect(found).toEqual([]);
  const contents = talk.slides[0]?.contents;
  expect(contents?.ids.map(({ name }) => name)).toEqual(['p', 'w', 'l', 'f']);
  expect(contents?.links.map(({ href }) => href)).toEqual(['#f', '#p', '#w', '#l']);
  expect(contents?.codes.map(({ text }) => text)).toEqual(['c']);
  expect(contents?.formulas.map(({ tex }) => tex)).toEqual(['x']);
  expect([...talk.media.keys()]).toEqual(['p.svg']);
});

test('what is wrong in fields is found where it stands', () => {
  const outline = `## A {.profile}

![](q.svg){.portrait wdth=2%}

::: {.facts .past}
- [b](#nowhere) {x=y}
:::`;
  expect([...profile(outline).found].sort()).toEqual([
    'slides/00.md:3:1 missing-alt',
    'slides/00.md:3:1 missing-picture',
    'slides/00.md:3:22 unknown-attribute',
    'slides/00.md:5:13 reserved-class',
    'slides/00.md:6:18 unknown-attribute',
    'slides/00.md:6:3 unknown-slide',
  ]);
});

test('footnotes are counted in the order of the fields, then through the body', () => {
  const outline = '## A {.profile}\n\na^[third]\n\n::: facts\n- b^[second]\n:::\n\n::: words\nc^[first]\n:::';
  const { talk } = profile(outline);
  const notes = talk.slides[0]?.footnotes.shown.map(({ number, footnote: { blocks } }) => [
    number,
    blocks[0]?.kind === 'paragraph' && blocks[0].children[0]?.kind === 'text' && blocks[0].children[0].text,
  ]);
  expect(notes).toEqual([
    [1, 'first'],
    [2, 'second'],
    [3, 'third'],
  ]);
});

test('a slide without a heading may be named by a field', () => {
  expect(profile('---\n\n{.profile}\n\n::: words\nIn words\n:::').talk.slides[0]?.title).toBe('In words');
});

test('notes in a field stay notes', () => {
  const { talk } = profile(
    '## A {.profile}\n\n::: words\nb\n\n::: private\nkept\n:::\n:::\n\n::: {.facts .notes}\n- said\n:::',
  );
  const [slide] = talk.slides;
  expect(slide?.notes.private).toHaveLength(1);
  expect(slide?.notes.speaker).toHaveLength(1);
  const shown = JSON.stringify([...(slide?.fields ?? [])], (key, value) => (key === 'span' ? undefined : value));
  expect(shown).toContain('"b"');
  expect(shown).not.toMatch(/kept|said/);
});
