import { describe, expect, test } from 'vitest';
import { withoutHidden } from '../../src/markdown/hidden.ts';
import { renderBlocks } from '../../src/markdown/render.ts';
import type { Block } from '../../src/markdown/tree.ts';
import { PLAIN, parseText } from './parse-text.ts';

/** The HTML of a text without what is hidden, footnotes at their marks in brackets. */
function shown(text: string): string {
  const blocks = withoutHidden(parseText(text).blocks);
  const html = (inner: readonly Block[]): string => String(renderBlocks(inner, PLAIN));
  const notes = blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? block.children.flatMap((inline) => (inline.kind === 'footnote-mark' ? html(inline.footnote.blocks) : []))
      : [],
  );
  return [html(blocks), ...notes].join('|');
}

describe('what is hidden is left out', () => {
  test.each([
    ['as a paragraph', 'a\n\nsecret {.hidden}', '<p>a</p>'],
    ['as an item', '- a\n- secret {.hidden}', '<ul><li>a</li></ul>'],
    ['as a box', 'a\n\n::: {.hidden}\nsecret\n:::', '<p>a</p>'],
    ['as some words', 'a [secret]{.hidden}', '<p>a </p>'],
    ['as words with others in them', 'a [secret [secret] *secret*]{.hidden}', '<p>a </p>'],
    ['as an address', 'a [https://e.org/secret]{.hidden}', '<p>a </p>'],
    ['as code', '```text {.hidden}\nsecret\n```', ''],
    ['as an alert', '> [!NOTE] secret {.hidden}\n> secret', ''],
    ['as an alert without text', '> [!NOTE] secret {.hidden}', ''],
    ['as a table', '| secret |\n|---|\n\nTable: secret {.hidden}', ''],
    ['in HTML', 'a <span class="hidden">secret</span>', '<p>a </p>'],
    ['in a link of HTML', 'a <a class="hidden" href="https://e.org">secret</a>', '<p>a </p>'],
    ['in a picture of HTML', 'a <img class="hidden" src="b.svg" alt="secret">', '<p>a </p>'],
    ['in HTML that a slide may not hold', 'a <font class="b hidden">secret</font>', '<p>a </p>'],
    ['in HTML that never ends', 'a <span class=hidden>secret', '<p>a </p>'],
    ['in HTML on lines of its own that never ends', 'a\n\n<div class="hidden">\n\nsecret', '<p>a</p>'],
    ['in HTML that ends with another', '<div class="hidden">\n\n<div>secret\n\nsecret\n\n</div>', ''],
    ['in a footnote', 'a[^b]\n\n[^b]: c [secret]{.hidden}', '<p>a[^b]</p>|<p>c </p>'],
    ['as a part of a footnote', 'a[^b]\n\n[^b]: c\n\n    secret {.hidden}', '<p>a[^b]</p>|<p>c</p>'],
    ['in a footnote in the line', 'a^[b [secret]{.hidden}]', '<p>a[^]</p>|b '],
  ])('%s', (_, text, html) => {
    expect(shown(text)).toBe(html);
  });
});
