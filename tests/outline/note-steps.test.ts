import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/markdown/render.ts';
import { outlineOf } from './outline-of.ts';

const CODE = '```ts {1|2|all}\na\nb\n```';

/** The step of each paragraph of the notes, `start` for what is said before the first click, and what was found. */
function said(slide: string, notes: string) {
  const { outline, found } = outlineOf(`## A\n\n${slide}\n\nNote:\n${notes}`);
  const [{ notes: kinds, noteSteps } = { notes: { speaker: [] }, noteSteps: new Map() }] = outline.slides;
  const parts = kinds.speaker.flatMap((block) =>
    block.kind === 'paragraph' ? [`${plainText(block.children)}:${noteSteps.get(block) ?? 'start'}`] : [],
  );
  return [parts.join(' '), ...found];
}

describe('notes belong to the click of their number', () => {
  test.each([
    ['items', '- a {.step}\n- b {.step}', 'x\n\ny {step=1}\n\nz {step=2}', 'x:start y:1 z:2'],
    ['what a pause holds back', 'a\n\n. . .\n\nb', 'x\n\n. . .\n\ny', 'x:start y:1'],
    ['the lines of code', CODE, 'x\n\ny {step=1}\n\nz {step=2}', 'x:start y:1 z:2'],
    ['the second of two blocks of code', `${CODE}\n\n${CODE}`, 'x {step=3}\n\n. . .\n\ny', 'x:3 y:4'],
    ['an item after code', `${CODE}\n\n- c {.step}`, 'x {step=3}', 'x:3'],
    ['code that a click shows', `- c {.step}\n\n${CODE.replace('all}', 'all} {.step}')}`, 'x {step=2}', 'x:2'],
    ['all that follows, up to the next number', '- a {.step}', 'w\n\nx {step=1}\n\ny', 'w:start x:1 y:1'],
  ])('with %s', (_, slide, notes, expected) => {
    expect(said(slide, notes)).toEqual([expected]);
  });

  test('or, where numbers are left out on the slide, to what has the same number there', () => {
    expect(said('- a {step=10}\n- b {step=20}', 'x {step=20}')).toEqual(['x:2', '3:6 step-gap']);
  });
});

describe('a note of a step that is not there', () => {
  test.each([
    ['after the last', '- a {.step}', 'x {step=2}', '6:4 unknown-step'],
    ['of a slide without steps', '- a', 'x {step=1}', '6:4 unknown-step'],
    ['after the last lines of code', CODE, 'x {step=3}', '9:4 unknown-step'],
    ['by too many pauses', '- a {.step}', 'x\n\n. . .\n\ny\n\n. . .\n\nz', '12:1 unknown-step'],
    ['of a step that its layout shows at once', '> a {.step}\n\n{.quote}', 'x {step=1}', '8:4 unknown-step'],
  ])('is a warning: %s', (_, slide, notes, found) => {
    expect(
      said(slide, notes)
        .slice(1)
        .filter((rule) => rule.endsWith('unknown-step')),
    ).toEqual([found]);
  });
});
