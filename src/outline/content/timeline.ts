import { plainText } from '../../markdown/render.ts';
import { hasClass, type Inline, type List, type ListItem } from '../../markdown/tree.ts';
import type { ContentReader, Event, TimelineContent } from '../types.ts';
import { around } from './around.ts';

const FEWEST_EVENTS = 3;
/** A year, a decade, a range of years, or a day with a year: what a list must begin with to be taken for a timeline. */
const DATE = /(?:^|\s)\d{3,4}s?\b/;

/** A list whose items each begin with a bold date. */
export const timelineReader: ContentReader<TimelineContent> = {
  needs: 'a list of at least three items that each begin with a date in bold: "- **1951** First treaty signed"',
  infers({ blocks }) {
    const events = blocks.length === 1 && blocks[0]?.kind === 'list' ? eventsOf(blocks[0]) : null;
    return events?.every(({ date }) => DATE.test(plainText(date))) ?? false;
  },
  read({ blocks }) {
    for (const block of blocks) {
      const events = block.kind === 'list' ? eventsOf(block) : null;
      if (events) return { kind: 'timeline', events, ...around(blocks, block) };
    }
    return null;
  },
};

function eventsOf(list: List): readonly Event[] | null {
  const events = list.items.map(eventOf).filter((event) => event !== null);
  return events.length === list.items.length && events.length >= FEWEST_EVENTS ? events : null;
}

function eventOf(item: ListItem): Event | null {
  const [first, ...others] = item.blocks;
  if (first?.kind !== 'paragraph') return null;
  const [strong, ...words] = first.children;
  if (strong?.kind !== 'strong') return null;
  const text = { ...first, children: withoutSeparator(words) };
  return { item, date: strong.children, text: [text, ...others], isMarked: hasClass(item.attributes, 'mark') };
}

/** `**1951** text`, `**1951**: text` and `**1951** — text` are the same. */
function withoutSeparator(inlines: readonly Inline[]): readonly Inline[] {
  const [first, ...others] = inlines;
  return first?.kind === 'text' ? [{ ...first, text: first.text.replace(/^\s*[:—–]?\s*/, '') }, ...others] : inlines;
}
