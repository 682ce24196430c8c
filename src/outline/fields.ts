import {
  type Attribute,
  type Attributes,
  attributeOf,
  type Block,
  type Division,
  type Figure,
  hasClass,
} from '../markdown/tree.ts';
import type { DeclaredField, FieldKind } from '../text/declared-layouts.ts';
import type { Finding } from '../text/finding.ts';
import { layoutNeeds, wrongField } from './findings.ts';
import type { FieldValue, FieldValues, SlideParts } from './types.ts';

/** What the fields of a layout take of a slide, and the blocks that they leave. */
export interface TakenFields {
  readonly fields: FieldValues;
  readonly blocks: readonly Block[];
}

/** How each kind of field is written, after "takes". */
const TAKES: Readonly<Record<FieldKind, (name: string) => string>> = {
  text: (name) => `one text in the braces after the heading: ${name}="..."`,
  number: (name) => `one number in the braces after the heading: ${name}=12`,
  flag: (name) => `no value: .${name} in the braces after the heading sets it`,
  picture: (name) => `a picture in a paragraph of its own: ![what it shows](media/name.svg){.${name}}`,
  html: (name) => `a block with its class: lines between "::: ${name}" and ":::"`,
  list: (name) => `one list, and nothing else, between "::: ${name}" and ":::"`,
};

const NUMBER = /^-?\d{1,15}(?:\.\d{1,15})?$/;
const NO_VALUES: FieldValues = new Map();

/** Whether a field is written as `key=value` after the heading. */
export function isPair({ kind }: DeclaredField): boolean {
  return kind === 'text' || kind === 'number';
}

/**
 * The fields that a layout declares, each with its value: every one has one. Those of text, numbers and flags stand after the
 * heading, all others are blocks of the slide with the field's class. Findings: `wrong-field`, and `layout-needs` for
 * one that is required and is not there.
 */
export function takeFields(
  parts: SlideParts,
  layout: string,
  declared: readonly DeclaredField[],
  findings: Finding[],
): TakenFields {
  if (declared.length === 0) return { fields: NO_VALUES, blocks: parts.blocks };
  const fields = new Map<string, FieldValue>();
  let blocks = parts.blocks;
  for (const field of declared) {
    const { value, taken, wrong } = readField(field, parts.attributes, blocks);
    const takes = TAKES[field.kind](field.name);
    fields.set(field.name, value);
    blocks = taken.length === 0 ? blocks : blocks.filter((block) => !taken.includes(block));
    findings.push(...wrong.map(({ span }) => wrongField(span, field.name, takes)));
    if (field.isRequired && wrong.length === 0 && isMissing(field, value, parts.attributes)) {
      findings.push(layoutNeeds(parts.heading?.span ?? parts.span, layout, `"${field.name}", ${takes}`));
    }
  }
  return { fields, blocks };
}

/** What a slide has for one field. */
interface ReadField {
  readonly value: FieldValue;
  /** The blocks that are in the value. */
  readonly taken: readonly Block[];
  /** What has the name of the field and cannot be its value. */
  readonly wrong: readonly (Attribute | Block)[];
}

function readField({ name, kind }: DeclaredField, attributes: Attributes, blocks: readonly Block[]): ReadField {
  const pairs = attributes.filter((attribute) => attribute.kind === 'pair' && attribute.name === name);
  const named = blocks.filter((block) => 'attributes' in block && hasClass(block.attributes, name));
  const [pair, ...otherPairs] = pairs;
  switch (kind) {
    case 'text':
      return { value: { kind, text: pair?.value ?? '' }, taken: [], wrong: [...otherPairs, ...named] };
    case 'number': {
      const isNumber = pair !== undefined && NUMBER.test(pair.value);
      const wrong = [...(isNumber ? otherPairs : pairs), ...named];
      return { value: { kind, number: isNumber ? Number(pair.value) : 0 }, taken: [], wrong };
    }
    case 'flag':
      return { value: { kind, isSet: hasClass(attributes, name) }, taken: [], wrong: pairs };
    case 'picture': {
      // Where several have the class, the others stay where they are.
      const [figure = null] = named.filter(isFigure);
      const others = named.filter((block) => !isFigure(block));
      return { value: { kind, figure }, taken: figure ? [figure] : [], wrong: [...pairs, ...others] };
    }
    case 'html':
      return { value: { kind, blocks: named }, taken: named, wrong: pairs };
    case 'list': {
      const boxes = named.filter(isListBox);
      const others = named.filter((block) => !isListBox(block));
      return { value: { kind, boxes }, taken: boxes, wrong: [...pairs, ...others] };
    }
  }
}

function isFigure(block: Block): block is Figure {
  return block.kind === 'figure';
}

/** Whether a block is a division around one list. */
function isListBox(block: Block): block is Division {
  const inside = block.kind === 'division' ? block.blocks.filter(({ kind }) => kind !== 'pause') : [];
  return inside.length === 1 && inside[0]?.kind === 'list';
}

function isMissing({ name }: DeclaredField, value: FieldValue, attributes: Attributes): boolean {
  switch (value.kind) {
    case 'text':
      return value.text === '';
    case 'number':
      return attributeOf(attributes, name) === undefined;
    case 'flag':
      return false;
    case 'picture':
      return value.figure === null;
    case 'html':
      return value.blocks.length === 0;
    case 'list':
      return value.boxes.length === 0;
  }
}

/** The blocks that fields hold, in the order of the layout's file. */
export function blocksOfFields(fields: FieldValues): readonly Block[] {
  if (fields.size === 0) return [];
  return [...fields.values()].flatMap((value): readonly Block[] => {
    switch (value.kind) {
      case 'picture':
        return value.figure ? [value.figure] : [];
      case 'html':
        return value.blocks;
      case 'list':
        return value.boxes;
      default:
        return [];
    }
  });
}
