import { describe, expect, test } from 'vitest';
import { talkOf } from './talk-of.ts';

const found = (outline: string): readonly string[] => talkOf({ 'slides/00.md': outline }).found;

describe('what people can work with is checked', () => {
  test.each([
    ['tabs with one heading', '## a\n\n::: tabs\n### b\nc\n:::', 'tabs-without-headings'],
    ['tabs without headings', '## a\n\n::: {.tabs}\nc\n:::', 'tabs-without-headings'],
    ['a countdown without a time', '## a\n\n::: countdown\n:::', 'invalid-countdown'],
    ['a countdown of another time', '## a\n\n::: {.countdown time=soon}\n:::', 'invalid-countdown'],
    ['a countdown of no time', '## a\n\n::: {.countdown time=0s}\n:::', 'invalid-countdown'],
    ['a countdown of days', '## a\n\n::: {.countdown time=25h}\n:::', 'invalid-countdown'],
    ['an agenda of a talk without parts', '# a\n\n## b\n\n::: agenda\n:::', 'empty-agenda'],
    ['a score without a question', '## a\n\n::: score\n:::', 'score-without-quiz'],
    ['a passage without a number', '## a\n\n[many]{.count-up} ships', 'nothing-to-count'],
    ['a slide without a number', '## many {.count-up}\n\n- ships', 'nothing-to-count'],
    ['an attribute that only others have', '## a\n\n::: {.details time=3m}\nb\n:::', 'unknown-attribute'],
  ])('%s', (_, outline, rule) => {
    expect(found(outline).map((line) => line.replace(/^.*?([a-z]+(?:-[a-z]+)+).*$/, '$1'))).toContain(rule);
  });

  test('and nothing is found where all is right', () => {
    const outline = [
      '# a',
      '# b',
      '::: agenda\n:::',
      '## Which? {.quiz}\n\n- [x] c\n- [ ] d',
      '## 65 {.count-up}\n\nyears of [12.5]{.count-up}',
      '## e\n\n::: {.countdown time=24h}\n:::\n\n::: {.details summary="f g"}\nh\n:::',
      '## i\n\n::: tabs\n### j\nk\n### l\nm\n:::\n\n::: score\n:::',
    ];
    expect(found(outline.join('\n\n'))).toEqual([]);
  });
});
