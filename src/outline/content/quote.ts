import type { Block, Inline, Paragraph } from '../../markdown/tree.ts';
import type { ContentReader, QuoteContent } from '../types.ts';
import { around } from './around.ts';

const DASH = /^\s*(?:—|–|--|―)\s*/;
const LAST_LINE = /\n\s*(?:—|–|--|―)\s*(?=[^\n]*$)/;

/** A block quotation; its last line, after a dash, says who: `> — Speaker, role`. */
export const quoteReader: ContentReader<QuoteContent> = {
  needs: 'a quotation: lines that begin with ">"',
  infers: ({ blocks }) => blocks.length === 1 && blocks[0]?.kind === 'quotation',
  read({ blocks }) {
    const quotation = blocks.find((block) => block.kind === 'quotation');
    if (quotation?.kind !== 'quotation') return null;
    const { words, attribution } = splitAttribution(quotation.blocks);
    const { speaker, role } = splitRole(attribution);
    return { kind: 'quote', words, speaker, role, ...around(blocks, quotation) };
  },
};

interface Attributed {
  readonly words: readonly Block[];
  readonly attribution: readonly Inline[];
}

function splitAttribution(blocks: readonly Block[]): Attributed {
  const last = blocks[blocks.length - 1];
  if (last?.kind !== 'paragraph') return { words: blocks, attribution: [] };
  const before = blocks.slice(0, -1);
  const [first, ...others] = last.children;
  if (first?.kind === 'text' && DASH.test(first.text) && before.length > 0) {
    return { words: before, attribution: [{ ...first, text: first.text.replace(DASH, '') }, ...others] };
  }
  const split = splitLastLine(last);
  return split === null
    ? { words: blocks, attribution: [] }
    : { words: [...before, { ...last, children: split.words }], attribution: split.attribution };
}

function splitLastLine(paragraph: Paragraph): { words: readonly Inline[]; attribution: readonly Inline[] } | null {
  const index = paragraph.children.findLastIndex((inline) => inline.kind === 'text' && LAST_LINE.test(inline.text));
  const inline = paragraph.children[index];
  if (inline?.kind !== 'text') return null;
  const match = LAST_LINE.exec(inline.text);
  if (!match) return null;
  const words: Inline = { ...inline, text: inline.text.slice(0, match.index) };
  const name: Inline = { ...inline, text: inline.text.slice(match.index + match[0].length) };
  return {
    words: [...paragraph.children.slice(0, index), words],
    attribution: [name, ...paragraph.children.slice(index + 1)],
  };
}

function splitRole(attribution: readonly Inline[]): { speaker: readonly Inline[]; role: readonly Inline[] } {
  const index = attribution.findIndex((inline) => inline.kind === 'text' && inline.text.includes(', '));
  const inline = attribution[index];
  if (inline?.kind !== 'text') return { speaker: attribution, role: [] };
  const comma = inline.text.indexOf(', ');
  const speaker: readonly Inline[] = [...attribution.slice(0, index), { ...inline, text: inline.text.slice(0, comma) }];
  const role: readonly Inline[] = [{ ...inline, text: inline.text.slice(comma + 2) }, ...attribution.slice(index + 1)];
  // A template shows a role only under a name.
  return speaker.every(isBlank) ? { speaker: role, role: [] } : { speaker, role };
}

function isBlank(inline: Inline): boolean {
  return inline.kind === 'text' && inline.text.trim() === '';
}
