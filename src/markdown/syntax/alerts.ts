import type { Span } from '../../text/source.ts';
import { ALERT_TYPES, type Alert, type AlertType, type Block, type Inline, type Paragraph } from '../tree.ts';
import { withAttributes } from './attributes.ts';

const MARK = new RegExp(`^\\[!(${ALERT_TYPES.join('|')})\\][ \\t]*`, 'i');

/**
 * The alert that a quotation is when its first line begins with `[!NOTE]` (GitHub's alerts); what follows on that line
 * is its title. `null` for any other quotation.
 */
export function alertOf(blocks: readonly Block[], span: Span): Alert | null {
  const [paragraph, ...others] = blocks;
  const first = paragraph?.kind === 'paragraph' ? paragraph.children[0] : undefined;
  const mark = first?.kind === 'text' ? MARK.exec(first.text) : null;
  if (paragraph?.kind !== 'paragraph' || first?.kind !== 'text' || mark?.[1] === undefined) return null;
  const type = mark[1].toLowerCase() as AlertType;
  const { title, rest } = cutFirstLine([
    { ...first, text: first.text.slice(mark[0].length) },
    ...paragraph.children.slice(1),
  ]);
  if (rest.length === 0) return { kind: 'alert', type, title, attributes: paragraph.attributes, blocks: others, span };
  const { inlines, attributes } = withAttributes(span.source, title);
  const text: Paragraph = { ...paragraph, children: rest };
  return { kind: 'alert', type, title: inlines, attributes, blocks: [text, ...others], span };
}

function cutFirstLine(inlines: readonly Inline[]): {
  readonly title: readonly Inline[];
  readonly rest: readonly Inline[];
} {
  const index = inlines.findIndex((inline) => inline.kind === 'text' && inline.text.includes('\n'));
  const inline = inlines[index];
  if (inline?.kind !== 'text') return { title: inlines.filter(isNotEmpty), rest: [] };
  const at = inline.text.indexOf('\n');
  const title = [...inlines.slice(0, index), { ...inline, text: inline.text.slice(0, at).trimEnd() }];
  const rest = [{ ...inline, text: inline.text.slice(at + 1) }, ...inlines.slice(index + 1)];
  return { title: title.filter(isNotEmpty), rest: rest.filter(isNotEmpty) };
}

function isNotEmpty(inline: Inline): boolean {
  return inline.kind !== 'text' || inline.text !== '';
}
