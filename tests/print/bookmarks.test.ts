import { describe, expect, test } from 'vitest';
import { slideBookmarks } from '../../src/print/bookmarks.ts';
import type { Bookmark } from '../../src/print/pdf/outline.ts';
import { viewOf } from '../view/view-of.ts';

const OUTLINE = `# Lights {#talk}

## Why {#why}

# Lamps {#lamps}

## The tower {#tower}

- High

## The lens {#lens}

- Clear

# Marks {#marks}

## The end {.closing #end}
`;

/** Bookmarks as text: those under another one in brackets behind it. */
function written(bookmarks: readonly Bookmark[]): string {
  return bookmarks
    .map(
      ({ title, slideIndex, children }) =>
        `${title} ${slideIndex}${children.length > 0 ? ` (${written(children)})` : ''}`,
    )
    .join(', ');
}

describe('bookmarks', () => {
  test.each([
    ['of all slides', /./, 'Lights 0 (Why 1), Lamps 2 (The tower 3, The lens 4), Marks 5 (The end 6)'],
    ['of slides whose section opens', /lamps|lens/, 'Lamps 0 (The lens 1)'],
    [
      'of slides whose section does not open',
      /tower|lens|end/,
      'Lamps 0 (The tower 0, The lens 1), Marks 2 (The end 2)',
    ],
    ['of a slide before the first part', /why|marks/, 'Why 0, Marks 1'],
  ])('%s stand under their sections and lead to the places that they are printed at', async (_, ids, expected) => {
    const { view } = await viewOf({ 'slides/00.md': OUTLINE });
    expect(written(slideBookmarks(view.slides.filter(({ slide }) => ids.test(slide.id))))).toBe(expected);
  });
});
