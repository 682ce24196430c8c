import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/markdown/parse.ts';
import { renderBlocks } from '../../src/markdown/render.ts';
import type { RenderContext } from '../../src/markdown/render-context.ts';
import { createSource } from '../../src/text/source.ts';
import { NO_REFERENCES, PLAIN } from './parse-text.ts';

const CONTEXT: RenderContext = {
  ...PLAIN,
  talk: {
    title: 'A talk',
    lang: 'en',
    questionCount: 5,
    agenda: [
      { title: 'Lamps', id: 'lamps', state: 'past' },
      { title: 'A & <b>', id: 'a', state: 'present' },
      { title: 'Keepers', id: 'keepers', state: 'future' },
    ],
  },
};

function htmlOf(text: string): string {
  return String(renderBlocks(parseMarkdown(createSource('a.md', text), 0, NO_REFERENCES).value, CONTEXT));
}

describe('what people can work with, as HTML that reads well without a script', () => {
  test.each([
    [
      'details with words of their own',
      '::: {.details summary="Show <it>" #why}\na\n:::',
      '<details id="why" class="details" data-details><summary>Show &lt;it&gt;</summary><div class="details-content"><p>a</p></div></details>',
    ],
    [
      'details without',
      '::: details\na\n:::',
      '<details class="details" data-details><summary data-label>Show more</summary><div class="details-content"><p>a</p></div></details>',
    ],
    [
      'details in HTML',
      '<details><summary>a</summary>b</details>',
      '<details data-details><summary>a</summary>b</details>',
    ],
    [
      'tabs',
      '::: tabs\n### One\na\n### *Two*\nb\n\nc\n:::',
      '<div class="tabs" data-tabs><div class="tab-panels"><div class="tab-panel"><h3>One</h3><p>a</p></div><div class="tab-panel"><h3><em>Two</em></h3><p>b</p><p>c</p></div></div></div>',
    ],
    [
      'tabs with a text before them',
      '::: tabs\nz\n### One\na\n### Two\nb\n:::',
      '<div class="tabs" data-tabs><div class="tabs-lead"><p>z</p></div><div class="tab-panels"><div class="tab-panel"><h3>One</h3><p>a</p></div><div class="tab-panel"><h3>Two</h3><p>b</p></div></div></div>',
    ],
    ['a number that counts up', '[1,951]{.count-up}', '<p><span class="count-up" data-count-up>1,951</span></p>'],
    [
      'a countdown',
      '::: {.countdown time=3m}\na\n:::',
      '<div class="countdown" data-countdown="180"><div class="countdown-text"><p>a</p></div><p class="countdown-time" data-label="3m">3 minutes</p></div>',
    ],
    [
      'an agenda',
      '::: agenda\n:::',
      '<div class="agenda"><ol class="agenda-parts" aria-label="Agenda"><li class="is-past"><a href="#lamps">Lamps</a> <span class="visually-hidden">(done)</span></li><li class="is-present"><a href="#a" aria-current="true">A &amp; &lt;b&gt;</a></li><li class="is-future"><a href="#keepers">Keepers</a></li></ol></div>',
    ],
    [
      'a score',
      '::: score\n:::',
      '<div class="score" data-score><p class="score-line" data-label="::: score">Questions right: ____ of 5</p></div>',
    ],
  ])('%s', (_, text, html) => {
    expect(htmlOf(text)).toBe(html);
  });

  test('an item with paragraphs shows its box once', () => {
    expect(htmlOf('- [x] a\n\n  b')).not.toContain('[x]');
  });
});
