import { describe, expect, test } from 'vitest';
import { plainView } from './view-of.ts';

const OUTLINE = `## One[^a]

::: {.handout}
See[^a], and[^b].

[^b]: Only here ![What it shows](a.svg).
:::

## Two

::: {.handout}
Once more[^b].
:::

## Sources {.sources}

- A book

[^a]: On the slide.
`;

/** The handouts of a talk, each without its tags but with the ids that marks lead to. */
async function handoutsOf(yaml: string): Promise<readonly string[]> {
  const { slides } = await plainView(OUTLINE, yaml);
  return slides.map(({ handout }: { handout: string }) =>
    handout
      .replace(/<a href="(#[^"]*)"[^>]*>/g, '[$1 ')
      .replace(/<li id="([^"]*)">/g, ' ($1) ')
      .replace(/<\/a>/g, ']')
      .replace(/<[^>]+>/g, ''),
  );
}

describe('a footnote in a handout', () => {
  test('has the number that it has on the slide, or stands under the handout with the next one', async () => {
    expect(await handoutsOf('')).toEqual([
      'See[#footnote-1-1 1], and[#footnote-1-2 2]. (footnote-1-2) 2 Only here .',
      'Once more[#footnote-2-1 1]. (footnote-2-1) 1 Only here .',
      '',
    ]);
  });

  test('leads to the slide of sources where the others stand there, and is counted on once', async () => {
    expect(await handoutsOf('footnotes: sources')).toEqual([
      'See[#footnote-1 1], and[#footnote-2 2]. (footnote-2) 2 Only here .',
      'Once more[#footnote-2 2].',
      '',
    ]);
  });

  test('is not among those of the slide', async () => {
    const { slides } = await plainView(OUTLINE, 'footnotes: sources');
    expect(slides.flatMap(({ slide }: { slide: { footnotes: readonly object[] } }) => slide.footnotes)).toHaveLength(1);
  });
});
