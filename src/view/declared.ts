import { RESERVED_WORDS } from '../outline/reserved-words.ts';
import { isReservedClass } from '../talk/attributes.ts';
import type { DeclaredField } from '../text/declared-layouts.ts';
import { type LayoutName, pictureShape, slideShapes, step } from './contract.ts';
import { flag, html, list, maybe, number, type RecordShape, record, type Shape, text } from './shape.ts';

const ownPictureShape = record(pictureShape.about, {
  ...pictureShape.fields,
  caption: html('Its caption'),
  lang: text('Its language where it is not that of the slide; else ""'),
  dir: text('The direction of its language where it is not that of the talk: "rtl" or "ltr"; else ""'),
  step,
});
const itemShape = record('An item', { text: html('What it says'), step });

/** `slide` in a layout, with the fields that the layout declares. A layout of the talk's own has those of `points` beside them. */
export function slideShapeOf(layout: string, declared: readonly DeclaredField[]): RecordShape {
  const shape: RecordShape = slideShapes[isBuiltIn(layout) ? layout : 'points'];
  if (declared.length === 0) return shape;
  const own = declared.map((field) => [field.name, shapeOf(field)] as const);
  return { ...shape, fields: { ...shape.fields, ...Object.fromEntries(own) } };
}

function isBuiltIn(layout: string): layout is LayoutName {
  return Object.hasOwn(slideShapes, layout);
}

function shapeOf({ kind, about }: DeclaredField): Shape {
  switch (kind) {
    case 'text':
      return text(about);
    case 'number':
      return number(about);
    case 'flag':
      return flag(about);
    case 'picture':
      return maybe(about, ownPictureShape);
    case 'html':
      return html(about);
    case 'list':
      return list(about, itemShape);
  }
}

/** Why a field of a layout's own cannot have a name; '' when it can. */
export function whyNotFieldName(layout: string, name: string): string {
  if (!/^[a-z][\w-]*$/i.test(name)) return 'a name begins with a letter, and has letters, digits, "-" and "_"';
  if (Object.hasOwn(slideShapeOf(layout, []).fields, name)) return `"slide.${name}" is something else already`;
  if (name === layout) return 'that is the name of its layout';
  return RESERVED_WORDS.has(name) || isReservedClass(name)
    ? 'outlines and decks have that word for something else'
    : '';
}
