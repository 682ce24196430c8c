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
    ground: 'the dark field of openings; statements, large numbers',
    'on-ground': 'text on that field',
    'on-ground-muted': 'text on it that stands back',
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
    serif: 'headings, quotations, large numbers',
    sans: 'all other text',
    mono: 'code and keys',
  },
  size: {
    footer: 'the footer: no text is smaller',
    kicker: 'the small line above the heading',
    small: 'captions, and tables and sources of full slides',
    compact: 'long timelines, sources, answers of a quiz',
    'text-s': 'text of a full slide; the least that a room reads',
    'text-m': 'text of a slide with a usual amount on it',
    'text-l': 'text of a slide with little on it; columns, tables',
    'text-xl': 'text of a slide with a few words; the subtitle',
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
    'code-xs': 'code of very many lines, or beside other things',
    'code-s': 'code of many lines',
    'code-m': 'code of some lines',
    'code-l': 'code of a few lines',
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
