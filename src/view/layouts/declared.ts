import { renderBlocks, renderCaption, renderItem } from '../../markdown/render.ts';
import type { RenderContext } from '../../markdown/render-context.ts';
import type { Attributes, Block, Division, Figure } from '../../markdown/tree.ts';
import type { FieldValue, FieldValues } from '../../outline/types.ts';
import { languageOf } from './language.ts';
import { viewPicture } from './single.ts';

/** The fields that a layout of a talk or theme declares, each as its shape has it (`slideShapeOf`). */
export function viewDeclared(fields: FieldValues, context: RenderContext): Readonly<Record<string, unknown>> {
  const viewed = [...fields].map(([name, value]) => [name, viewValue(name, value, context)] as const);
  return Object.fromEntries(viewed);
}

/** Whether the slide has something for any of them. */
export function isAnyFilled(fields: FieldValues): boolean {
  return [...fields.values()].some(isFilled);
}

function isFilled(value: FieldValue): boolean {
  switch (value.kind) {
    case 'text':
      return value.text !== '';
    case 'number':
      return value.number !== 0;
    case 'flag':
      return value.isSet;
    case 'picture':
      return value.figure !== null;
    case 'html':
      return value.blocks.length > 0;
    case 'list':
      return value.boxes.length > 0;
  }
}

function viewValue(name: string, value: FieldValue, context: RenderContext): unknown {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'number':
      return value.number;
    case 'flag':
      return value.isSet;
    case 'picture':
      return value.figure && viewOwnPicture(value.figure, context);
    case 'html':
      return renderBlocks(value.blocks, context);
    case 'list':
      return value.boxes.flatMap((box) => viewItems(name, box, context));
  }
}

function viewOwnPicture(figure: Figure, context: RenderContext) {
  return {
    ...viewPicture(figure, context),
    caption: renderCaption(figure),
    ...languageOf(figure.attributes, context),
    step: context.stepOf(figure),
  };
}

/** The items of a box. What the box says of all of them, each one says: its own element is the template's. */
function viewItems(name: string, box: Division, context: RenderContext) {
  const shared = box.attributes.filter((attribute) => attribute.kind !== 'class' || attribute.name !== name);
  const withoutId: Attributes = shared.filter(({ kind }) => kind !== 'id');
  return box.blocks.flatMap(itemsOf).map((item, index) => ({
    text: renderItem(item, index === 0 ? shared : withoutId, context),
    step: context.stepOf(item) || context.stepOf(box),
  }));
}

function itemsOf(block: Block) {
  return block.kind === 'list' ? block.items : [];
}
