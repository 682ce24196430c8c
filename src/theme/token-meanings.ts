/** What each token of the base theme is for, by group and name: for who shows a theme, and who starts one. */
export const TOKEN_MEANINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  color: {
    paper: 'what slides stand on',
    ink: 'text and headings',
    muted: 'text that stands back: captions, footnotes, the footer',
    rule: 'lines between things, and edges',
    wash: 'the ground of code, alerts and players',
    accent: 'what marks the point: dots of lists, links, marked events',
    'accent-text': 'the same in small words: the kicker, numbers of lists',
    mark: 'what stands behind marked words and lit lines of code',
    ground: 'the field of openings, dark in both schemes',
    'on-ground': 'text on that field',
    'on-ground-muted': 'text on it that stands back',
    'on-ground-accent': 'what is drawn on it, such as a sun over the sea; usually the accent',
    display: 'statements and large numbers',
    'code-keyword': 'keywords in code',
    'code-text': 'strings in code',
    'code-value': 'numbers and names of values in code',
    'series-1': 'the first series of charts, and diagrams',
    'series-2': 'the second series',
    'series-3': 'the third series',
    'series-4': 'the fourth series',
    'series-5': 'the fifth series',
    'series-6': 'the sixth series',
  },
  font: {
    fallback: 'the faces behind each of the others, for other scripts and signs',
    serif: 'headings, quotations, large numbers',
    sans: 'all other text',
    mono: 'code and keys',
  },
  type: Object.fromEntries(
    Array.from({ length: 13 }, (_, index) => [
      String(index + 1),
      `step ${index + 1} of the sizes that the text of a slide can have`,
    ]),
  ),
  size: {
    floor: 'the least that the back of a room can read; smaller text is a warning',
    footer: 'the footer: no text is smaller',
    kicker: 'the small line above the heading',
    'text-s': 'text under the title of an opening: the byline',
    'text-m': 'text under the title of an opening: which part it is',
    'text-l': 'text under a statement',
    'text-xl': 'the subtitle of the talk',
    'most-code': 'the largest code',
    'most-table': 'the largest text of a table',
    'most-small': 'the largest caption',
    lead: 'one paragraph alone; what a large number counts',
    'heading-s': 'the heading of a full slide',
    heading: 'the heading of a slide',
    'heading-l': 'the title of the talk where it is long',
    'display-s': 'openings and statements with many words',
    'display-m': 'openings and statements with some words',
    'display-l': 'openings and statements with a few words',
    'figure-s': 'a large number with much else on its slide',
    'figure-m': 'a large number with something else on its slide',
    'figure-l': 'a large number alone',
  },
  space: {
    side: 'from the left and right edges to what is on the slide',
    top: 'from the top edge to the heading',
    bottom: 'from what is on the slide to the bottom edge',
    foot: 'from the footer to the bottom edge',
    'under-heading': 'from the heading to what follows it',
    column: 'between columns',
  },
};

/** What a token is for; '' for one that a theme has for itself. */
export function meaningOf(group: string, name: string): string {
  const names = Object.hasOwn(TOKEN_MEANINGS, group) ? TOKEN_MEANINGS[group] : undefined;
  return names !== undefined && Object.hasOwn(names, name) ? (names[name] ?? '') : '';
}
