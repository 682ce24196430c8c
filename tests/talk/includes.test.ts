import { describe, expect, test } from 'vitest';
import { renderBlocks } from '../../src/markdown/render.ts';
import { PLAIN } from '../markdown/parse-text.ts';
import { talkOf } from './talk-of.ts';

/** What the second slide shows and what its notes say, which includes a file that says "b". */
function including(opening: string) {
  const { talk } = talkOf({
    'slides/00.md': `# A\n\n## B\n\n::: {${opening} src=_b.md}\n:::`,
    'slides/_b.md': 'b',
  });
  const slide = talk.slides[1];
  const { speaker = [], handout = [], private: own = [] } = slide?.notes ?? {};
  return [slide?.content.rest ?? [], speaker, handout, own].map((blocks) => String(renderBlocks(blocks, PLAIN)));
}

describe('a file that is included', () => {
  test.each([
    ['stands on the slide', '.include', ['<p>b</p>', '', '', '']],
    ['stands in the notes', '.notes .include', ['', '<p>b</p>', '', '']],
    ['stands in the handout', '.handout .include', ['', '', '<p>b</p>', '']],
    ['is private', '.include .private', ['', '', '', '<p>b</p>']],
    ['is hidden', '.include .hidden', ['', '', '', '']],
  ])('%s', (_, opening, expected) => {
    expect(including(opening)).toEqual(expected);
  });
});
