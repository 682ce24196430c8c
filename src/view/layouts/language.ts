import type { RenderContext } from '../../markdown/render-context.ts';
import { type Attributes, attributeValue } from '../../markdown/tree.ts';
import { changeOfDirection } from '../../text/direction.ts';

/** The language that an attribute list names, and its direction where that is not the talk's; '' for neither. */
export function languageOf(
  attributes: Attributes,
  { direction }: RenderContext,
): { readonly lang: string; readonly dir: string } {
  const lang = attributeValue(attributes, 'lang');
  return { lang, dir: attributeValue(attributes, 'dir') || changeOfDirection(lang, direction) };
}
