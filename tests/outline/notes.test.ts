import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksHtml, contentHtml, outlineOf, slideOf } from './outline-of.ts';

/** What is shown, and each kind of note, as plain text. */
function kinds(text: string) {
  const { content, notes } = slideOf(text);
  const plain = (html: string): string =>
    html
      .replace(/<[^>]*>|[|]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  return {
    shown: plain(contentHtml(content)),
    speaker: plain(blocksHtml(notes.speaker)),
    handout: plain(blocksHtml(notes.handout)),
    private: plain(blocksHtml(notes.private)),
  };
}

const NONE = { shown: '', speaker: '', handout: '', private: '' };

describe('notes', () => {
  test.each([
    ['begin at "Note:"', '## A\n\nb\n\nNote:\nc', { shown: 'b', speaker: 'c' }],
    ['stand in a division', '## A\n\nb\n\n::: notes\nc\n:::\n\nd', { shown: 'b d', speaker: 'c' }],
    ['stand in a division with a class', '## A\n\n::: {.notes}\nc\n:::', { speaker: 'c' }],
    ['for the handout', '## A\n\n::: {.handout}\nc\n:::', { handout: 'c' }],
    ['that are private', '## A\n\n::: {.private}\nc\n:::', { private: 'c' }],
    ['for the handout after "Note:"', '## A\n\nNote:\nb\n\n::: handout\nc\n:::\n\nd', { speaker: 'b d', handout: 'c' }],
    [
      'of all kinds',
      '## A\n\n::: private\nb\n:::\n\n::: handout\nc\n:::\n\nNote: d',
      { private: 'b', handout: 'c', speaker: 'd' },
    ],
    ['of one kind twice', '## A\n\n::: notes\nb\n:::\n\nc\n\n::: notes\nd\n:::', { shown: 'c', speaker: 'b d' }],
    ['inside another division', '## A\n\n::: {.box}\nb\n\n::: notes\nc\n:::\n:::', { shown: 'b', speaker: 'c' }],
    [
      'inside a column',
      '## A\n\n:::: columns\n::: column\nb\n\n::: private\nc\n:::\n:::\n::: column\nd\n:::\n::::',
      { shown: 'b d', private: 'c' },
    ],
    [
      'after "Note:" inside a column',
      '## A\n\n:::: columns\n::: column\nb\n\nNote:\nc\n:::\n::: column\nd\n:::\n::::',
      { shown: 'b d', speaker: 'c' },
    ],
    ['inside an item of a list', '## A\n\n- b\n\n  ::: notes\n  c\n  :::\n\n- d', { shown: 'b d', speaker: 'c' }],
    [
      'inside what is private stay private',
      '## A\n\n::: private\n::: notes\nb\n:::\n::: handout\nc\n:::\n:::',
      { private: 'b c' },
    ],
    ['of two kinds are of the one that shows less', '## A\n\n::: {.handout .notes .private}\nb\n:::', { private: 'b' }],
    ['for speaker and handout are for the speaker', '## A\n\n::: {.handout .notes}\nb\n:::', { speaker: 'b' }],
    ['after a fence in an item', '## A\n\n- ```\n  b\n  ```\n\nNote: c', { shown: 'b', speaker: 'c' }],
    ['after code in a line that looks like a fence', '## A\n\n```b``` c\n\nNote: d', { shown: 'b c', speaker: 'd' }],
    ['of an opening of a section', '# A\n\nNote: b', { speaker: 'b' }],
  ])('%s', (_, text, expected) => {
    expect(kinds(text)).toEqual({ ...NONE, ...expected });
  });

  test('do not change the layout', () => {
    expect(slideOf('## A\n\n> b\n\nNote: c').layout.name).toBe('quote');
    expect(slideOf('## A\n\n::: private\n- c\n:::\n\n> b').layout.name).toBe('quote');
  });

  test('have no steps', () => {
    expect(slideOf('## A\n\nNote:\n- b {.step}\n').steps.count).toBe(0);
  });

  test('never end up on the slide, at whatever depth and in whatever order', () => {
    const secret = fc.constantFrom(
      '::: notes',
      '::: {.handout}',
      '::: {.private}',
      '::: private :::',
      '::: {.box .private}',
      '::: {.notes .step}',
    );
    const shownBlock = fc.constantFrom(
      'shown',
      '- shown',
      '> shown',
      '### shown',
      '```\nshown\n```',
      '```shown```',
      '- ```\n  shown\n  ```',
      '~~~ts\n```\n~~~',
      '| a |\n|---|',
      '    shown',
      '<!-- comment -->',
      '<b>shown</b>',
    );
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        shownBlock,
        secret.map((opening) => `${opening}\nsecret\n:::`),
        fc.tuple(secret, fc.array(tie('tree'), { maxLength: 2 })).map(([opening, inner]) => {
          const hidden = inner.map((text) => text.replaceAll('shown', 'secret'));
          return `${opening}\n${['secret', ...hidden, 'secret'].join('\n\n')}\n:::`;
        }),
        fc
          .tuple(fc.constantFrom('::: box', ':::: {.columns}', '::: column'), fc.array(tie('tree'), { maxLength: 3 }))
          .map(([opening, inner]) => `${opening}\n${inner.join('\n\n')}\n:::`),
        fc
          .array(tie('tree'), { minLength: 1, maxLength: 2 })
          .map((inner) => `::: column\n${inner.join('\n\n')}\n\nNote:\nsecret\n:::`),
      ),
    }));
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), fc.boolean(), (blocks, hasNote) => {
        const text = ['## A', ...blocks, ...(hasNote ? ['Note:\nsecret\n\n- secret'] : []), '## B', 'shown'].join(
          '\n\n',
        );
        const { outline, found } = outlineOf(text);
        expect(found.filter((one) => /unclosed|layout/.test(one))).toEqual([]);
        expect(outline.slides).toHaveLength(2);
        for (const { content } of outline.slides) expect(contentHtml(content)).not.toContain('secret');
        const notes = outline.slides.flatMap(({ notes: { speaker, handout, private: own } }) => [
          ...speaker,
          ...handout,
          ...own,
        ]);
        expect(blocksHtml(notes)).not.toContain('shown');
      }),
      { seed: 65, numRuns: 400 },
    );
  });
});
