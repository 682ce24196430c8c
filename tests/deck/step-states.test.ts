import { describe, expect, test } from 'vitest';
import { slideStates } from '../../src/deck/step-states.ts';

/** The words of a state that show, and with a star those that are for all to read. */
function wordsOf(state: string): string {
  const open: { readonly isUnseen: boolean; readonly isHidden: boolean }[] = [];
  const words: string[] = [];
  for (const [, slash, name, attributes = '', text] of state.matchAll(/<(\/?)(\w+)([^>]*)>|([^<]+)/g)) {
    if (slash === '/') open.pop();
    else if (name !== undefined && name !== 'br') {
      open.push({ isUnseen: / data-unseen\b/.test(attributes), isHidden: / aria-hidden="true"/.test(attributes) });
    } else if (text?.trim() && !open.some(({ isUnseen }) => isUnseen)) {
      words.push(text.trim() + (open.some(({ isHidden }) => isHidden) ? '' : '*'));
    }
  }
  return words.join(' ');
}

const statesOf = (html: string): readonly string[] => slideStates(html).map(wordsOf);

describe('the states of a slide', () => {
  test.each<[string, string, readonly string[]]>([
    ['one without steps', '<h2>T</h2><li data-step="">a</li>', ['T* a*']],
    [
      'what comes one after the other',
      '<h2>T</h2><ul><li data-step="1">a</li><li data-step="2">b</li></ul>',
      ['T', 'T a', 'T* a* b*'],
    ],
    [
      'what comes in an order of its own, and together',
      '<p data-step="2">a</p><p data-step="1">b</p><p data-step="2">c</p>',
      ['', 'b', 'a* b* c*'],
    ],
    [
      'what is there at first and goes, which is read where it shows last',
      '<p data-step="-1">a</p><p data-step="1">b</p><p data-step="2">c</p>',
      ['a', 'a* b', 'b* c*'],
    ],
    ['what goes at the first step', '<p data-step="-0">a</p><p data-step="1">b</p>', ['a*', 'b*']],
    ['what comes, and goes when nothing else comes', '<p data-step="1-1">a</p><p>b</p>', ['b', 'a* b', 'b*']],
    [
      'what takes the place of something',
      '<h2>T</h2><p data-step="-0">a</p><p data-step="1-1">b</p><p data-step="2">c</p>',
      ['T a*', 'T b*', 'T* c*'],
    ],
    [
      'what comes in something that comes, and goes with it',
      '<ul><li data-step="1-2">a<ul><li data-step="2">b</li></ul></li></ul><p>c</p>',
      ['c', 'a c', 'a* b* c', 'c*'],
    ],
    [
      'what goes out of something that stays: the words before it are read with it',
      '<ul><li>a<ul><li data-step="-0">b</li><li>c</li></ul></li></ul><p data-step="1">d</p>',
      ['a* b* c', 'a* c* d*'],
    ],
    [
      'what goes out of something before that goes',
      '<div data-step="-1"><p data-step="-0">a</p><p>b</p></div><p>c</p>',
      ['a* b c', 'b* c', 'c*'],
    ],
    [
      'steps of which earlier ones are not shown by the layout',
      '<p data-step="4">a</p><p data-step="8">b</p>',
      ['', 'a', 'a* b*'],
    ],
    ['tags that are crossed', '<b>a<p data-step="1">b</b>c</p>', ['a c', 'a* b* c*']],
  ])('are: %s', (_, html, states) => {
    expect(statesOf(html)).toEqual(states);
  });
});

describe('ids and links', () => {
  const html =
    '<h2 id="top">T</h2><p id="goes" data-step="-1"><a id="out" href="https://example.org">a</a></p><svg><clipPath id="clip"/><use href="#clip"/></svg>';

  test('are each in one state alone, where what has them is read', () => {
    const states = slideStates(html);
    const namesIn = (state: string) => [...state.matchAll(/ (?:id|href)="([^"]+)"/g)].map(([, name]) => name);
    expect(states.map(namesIn)).toEqual([
      ['goes', 'out', 'https://example.org', '#clip'],
      ['top', 'clip', '#clip'],
    ]);
  });

  test('leave nothing behind but what was written around them', () => {
    expect(slideStates('<a\nid=x  href="#y" class=z>a</a><p data-step="1">b</p>')[0]).toBe(
      '<a aria-hidden="true"\n   class=z>a</a><p data-unseen aria-hidden="true" data-step="1">b</p>',
    );
  });
});

describe('code that steps through its lines', () => {
  const line = (groups: string, mark = '') => `<span class="line" data-line="1" data-lit="${groups}"${mark}>x\n</span>`;
  const code = (steps: string, ...lines: readonly string[]) =>
    `<pre><code class="hljs lines" data-lit-steps="${steps}">${lines.join('')}</code></pre>`;
  const litIn = (state: string) =>
    [...state.matchAll(/<span[^>]*class="([^"]*)"/g)]
      .map(([, names]) => (names === 'line is-lit' ? '#' : '.'))
      .join('');

  test('points out those of each step, and none when it means all', () => {
    const states = slideStates(code('1 2', line('0 2'), line('1 2'), line('2')));
    expect(states.map(litIn)).toEqual(['#..', '.#.', '...']);
  });

  test('goes on where other steps are between', () => {
    const states = slideStates(`<p data-step="2">a</p>${code('1 3', line('0'), line('1'), line('2'))}`);
    expect(states.map(litIn)).toEqual(['#..', '.#.', '.#.', '..#']);
  });

  test('has no marks, for its lines are lit', () => {
    for (const state of slideStates(code('1', line('0'), line('1', ' data-mark="1"')))) {
      expect(state).not.toContain('data-mark');
    }
  });
});
