import { describe, expect, test } from 'vitest';
import { renderBlocks } from '../../src/markdown/render.ts';
import { PLAIN } from '../markdown/parse-text.ts';
import { talkOf } from './talk-of.ts';

const YAML = 'title: A talk\nspeaker: Ada\n';

/** The first slide, which says something with variables: its layout and its HTML; and what was found. */
function said(text: string) {
  const { talk, found } = talkOf({ 'slides/talk.yaml': YAML, 'slides/00.md': text });
  const [slide] = talk.slides;
  return [slide?.layout.name, String(renderBlocks(slide?.content.rest ?? [], PLAIN)), ...found];
}

describe('what follows a variable is read', () => {
  test.each([
    ['attributes of a slide', '## {{title}} {.points}\n\na', ['points', '<p>a</p>']],
    ['attributes of a paragraph', '## A\n\n{{title}} {.b}', ['points', '<p class="b">A talk</p>']],
    ['a passage', '## A\n\n{{title}} [b]{.c}', ['points', '<p>A talk <span class="c">b</span></p>']],
    ['another variable', '## A\n\n{{title}} by {{speaker}} {.b}', ['points', '<p class="b">A talk by Ada</p>']],
  ])('as %s', (_, text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  test('and what is wrong with it has its place', () => {
    expect(said('## A\n\n{{title}} {{title}} {{b}} {{b}}').slice(2)).toEqual([
      'slides/00.md:3:21 unknown-variable',
      'slides/00.md:3:27 unknown-variable',
    ]);
  });
});
