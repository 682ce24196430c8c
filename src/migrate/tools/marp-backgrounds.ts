import { type Image, visitTree } from '../../markdown/tree.ts';
import { carriedOtherwise, notCarried } from '../findings.ts';
import { openSlide } from '../headings.ts';
import { destination } from '../html.ts';
import { parsePart } from '../part.ts';
import {
  type Edit,
  editTraced,
  isBlankText,
  joinTraced,
  originAt,
  sliceTraced,
  type TracedText,
  tracedTo,
  trimTraced,
} from '../traced.ts';
import type { ForeignAttribute, Migration } from '../types.ts';
import { readMarpAlt } from './marp-alt.ts';

interface Background {
  readonly image: Image;
  readonly side: { readonly name: 'left' | 'right'; readonly percent: number } | null;
  readonly alt: string;
  readonly origin: ForeignAttribute['origin'];
}

/** A slide without Marp's `![bg]`: the picture behind it is an attribute, one beside its content stands in a column. */
export function carryMarpBackgrounds(
  part: TracedText,
  migration: Migration,
): { readonly text: TracedText; readonly attributes: readonly ForeignAttribute[] } {
  const backgrounds = backgroundsOf(part, migration);
  if (backgrounds.length === 0) return { text: part, attributes: [] };
  const bare = editTraced(
    part,
    backgrounds.map(({ image }): Edit => ({ start: image.span.start, end: image.span.end, text: '' })),
  );
  const beside = backgrounds.filter(({ side }) => side !== null);
  const [first, ...others] = backgrounds;
  if (beside.length > 0) return { text: withColumn(bare, backgrounds, beside.at(-1) ?? null), attributes: [] };
  if (!first) return { text: bare, attributes: [] };
  for (const { origin } of others) {
    migration.findings.push(carriedOtherwise(origin, 'a further background', 'is a picture on the slide of the talk'));
  }
  const attributes = [{ name: 'background', value: first.image.src, origin: first.origin }];
  return { text: withPictures(bare, others), attributes };
}

function backgroundsOf(part: TracedText, { findings }: Migration): readonly Background[] {
  const backgrounds: Background[] = [];
  visitTree(parsePart(part), {
    inline: (inline) => {
      if (inline.kind !== 'image') return;
      const { isBackground, side, alt, lost } = readMarpAlt(inline.alt);
      if (!isBackground) return;
      const origin = originAt(part, inline.span.start);
      findings.push(...lost.map((word) => notCarried(origin, `"${word}" of a background`)));
      if (alt !== '' && side === null) findings.push(notCarried(origin, `the caption "${alt}" of a background`));
      backgrounds.push({ image: inline, side, alt, origin });
    },
  });
  return backgrounds;
}

/** The heading over two columns: the pictures at their side, and all else at the other. */
function withColumn(text: TracedText, backgrounds: readonly Background[], place: Background | null): TracedText {
  const { heading, body, depth } = openSlide(text);
  const origin = backgrounds[0]?.origin;
  const side = place?.side;
  if (!origin || !side) return text;
  const line = (words: string): TracedText => tracedTo(origin, words);
  const opening = depth === 0 ? [] : [joinTraced([line(`${'#'.repeat(depth)} `), heading], '') ?? heading];
  const pictures = backgrounds.map((background) => line(pictureOf(background)));
  if (isBlankText(body)) return joinTraced([...opening, ...pictures], '\n\n') ?? text;
  const column = (width: number, content: readonly TracedText[]): readonly TracedText[] => [
    line(`::: {.column width=${width}%}`),
    ...content,
    line(':::'),
  ];
  const own = column(side.percent, pictures);
  const other = column(100 - side.percent, [trimTraced(body)]);
  const columns = side.name === 'left' ? [...own, ...other] : [...other, ...own];
  return joinTraced([...opening, line(':::: columns'), ...columns, line('::::')], '\n\n') ?? text;
}

function withPictures(text: TracedText, others: readonly Background[]): TracedText {
  const pictures = others.map((background) => tracedTo(background.origin, pictureOf(background)));
  return joinTraced([sliceTraced(text, 0, text.text.trimEnd().length), ...pictures], '\n\n') ?? text;
}

function pictureOf({ image, alt }: Background): string {
  return `![${alt}](${destination(image.src)})`;
}
