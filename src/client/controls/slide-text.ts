import { descriptionOf } from '../description.ts';

/** A piece of the text of a slide; what has no node, such as the description of a picture, cannot be marked. */
export interface TextPiece {
  readonly text: string;
  readonly node: Text | null;
}

/** Elements that do not end a word. */
const INLINE = new Set(
  'A ABBR B BDI BDO CITE CODE DEL DFN EM I INS KBD MARK Q RP RT RUBY S SAMP SMALL SPAN STRONG SUB SUP TIME U VAR'.split(
    ' ',
  ),
);
/** What is no text of its slide: what is hidden from readers, marks of footnotes, TeX. */
const LEFT_OUT = '[aria-hidden=true], script, style, template, annotation, .footnote-mark, .kicker';

/**
 * The text of a slide in pieces, in order, as a reader has it: descriptions in place of pictures. What `without`
 * selects is passed over. The section itself may be hidden, as those beside the present one are.
 */
export function textPieces(section: Element, without: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  const space = (): void => void pieces.push({ text: ' ', node: null });
  const walk = (node: Node): void => {
    if (node instanceof Text) pieces.push({ text: node.data, node });
    if (!(node instanceof Element) || node.matches(LEFT_OUT) || node.matches(without)) return;
    const isInline = INLINE.has(node.tagName);
    if (!isInline) space();
    const description = descriptionOf(node);
    if (description === null) node.childNodes.forEach(walk);
    else pieces.push({ text: description, node: null });
    if (!isInline) space();
  };
  section.childNodes.forEach(walk);
  return pieces;
}
