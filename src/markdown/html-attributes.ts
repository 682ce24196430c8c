import type { Span } from '../text/source.ts';
import type { Conversion } from './conversion.ts';
import { removedAttribute } from './findings.ts';
import { classifyTag } from './syntax/html.ts';
import type { Attribute, Attributes, HtmlAttribute } from './tree.ts';

/** The attributes of a tag: those that Markdown has too, as if they stood in braces, and those of HTML alone. */
export interface TagAttributes {
  readonly attributes: Attributes;
  readonly html: readonly HtmlAttribute[];
}

const NONE: TagAttributes = { attributes: [], html: [] };

/** Reads the attributes of an opening tag. Finding: `html-attribute`, for each that may not stay. */
export function readAttributes({ references, findings }: Conversion, raw: string, span: Span): TagAttributes {
  const tag = classifyTag(raw);
  if (references.readTag === null || !('hasAttributes' in tag) || !tag.hasAttributes) return NONE;
  const { attributes, removed } = references.readTag(raw);
  findings.push(...removed.map((name) => removedAttribute(span, tag.name, name)));
  return {
    attributes: attributes.flatMap((attribute) => inBraces(attribute, span)),
    html: attributes.filter(({ name }) => !IN_BRACES.includes(name)),
  };
}

const IN_BRACES = ['class', 'lang', 'dir'];

function inBraces({ name, value }: HtmlAttribute, span: Span): readonly Attribute[] {
  if (name === 'class') {
    return value.split(/\s+/).flatMap((word) => (word === '' ? [] : { kind: 'class', name: word, value: '', span }));
  }
  return IN_BRACES.includes(name) ? [{ kind: 'pair', name, value, span }] : [];
}
