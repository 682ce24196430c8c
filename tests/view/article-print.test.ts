import { describe, expect, test } from 'vitest';
import { NONE_DECLARED } from '../../src/text/declared-layouts.ts';
import { Html } from '../../src/text/html.ts';
import { viewArticlePrint } from '../../src/view/article-print.ts';
import { viewNotes } from '../../src/view/notes.ts';
import { viewTalk } from '../../src/view/view.ts';
import { declare } from '../declared.ts';
import { talkOf } from '../talk/talk-of.ts';
import { plainSurroundings } from './surroundings.ts';

/** The article of a talk of two outlines, HTML as text. */
function articleOf(first: string, second: string, declared = NONE_DECLARED) {
  const { talk } = talkOf({ 'slides/00.md': first, 'slides/01.md': second }, '.', declared);
  const view = viewTalk(talk, plainSurroundings());
  const notes = viewNotes(talk, plainSurroundings());
  const drawings = view.slides.map(({ slide }) => new Html(`<div>${slide.id}</div>`));
  const article = viewArticlePrint(view, notes, drawings, {});
  return JSON.parse(JSON.stringify(article, (_, value) => (value instanceof Html ? String(value) : value)));
}

describe('the article', () => {
  test('has the notes of each slide as prose, the handout, and nothing private', () => {
    const [, slide] = articleOf(
      '# One\n',
      '# Two\n\nNote:\nsaid\n\n::: private\nkept\n:::\n\n::: handout\nread\n:::\n',
    ).slides;
    expect([slide.notes, slide.handout]).toEqual([['<p>said</p>'], '<p>read</p>']);
    expect(JSON.stringify(slide)).not.toContain('kept');
  });

  test('has the title of a section where it begins', () => {
    const { slides } = articleOf('# One\n', '# Two\n\n## Three\n\n- b\n');
    expect(slides.map(({ heading }: { heading: string }) => heading)).toEqual(['', 'Two', '']);
  });

  test.each([
    ['the title alone', '# One\n', '# Two\n', ['', '']],
    ['more than its heading', '# One\n\nMore\n', '# Two\n\nMore\n', ['<div>one</div>', '<div>two</div>']],
    ['other content', '# One\n', '## Two\n\n- a\n', ['', '<div>two</div>']],
  ])('draws a slide only when it shows more than a heading: %s', (_, first, second, drawings) => {
    expect(articleOf(first, second).slides.map(({ drawing }: { drawing: string }) => drawing)).toEqual(drawings);
  });

  test('draws an opening that shows a field of its own', () => {
    const declared = declare('title', { place: 'text' });
    const drawings = (first: string) =>
      articleOf(first, '# Two', declared).slides.map(({ drawing }: { drawing: string }) => drawing);
    expect(drawings('# One {.title place=Kyoto}')).toEqual(['<div>one</div>', '']);
    expect(drawings('# One {.title}')).toEqual(['', '']);
  });

  test('has each source once', () => {
    const { sources } = articleOf('# One\n', '# Two[^1]\n\n[^1]: A register.\n');
    expect(sources).toEqual(['A register.']);
  });
});
