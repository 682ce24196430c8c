/** JSON schemas for editors: of the YAML that people write, and of what templates are given. */

import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { contractOf } from '../src/deck/slides.ts';
import { outlineFields } from '../src/outline/outline.ts';
import { singleFileSchema, talkSchema } from '../src/talk/fields.ts';
import { declarationSchema } from '../src/theme/declarations.ts';
import { themeSchema } from '../src/theme/load.ts';
import { brandSchema } from '../src/theme/load-brand.ts';
import { layoutNames } from '../src/view/contract.ts';
import { printShapes } from '../src/view/print-contract.ts';
import { tableUnder } from './doc-table.ts';
import { type JsonSchema, recordSchema } from './shape-schema.ts';

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

/**
 * All schemas by their path. Fields of YAML are described as the documents do; `readPage` gives the text of one of these
 * by its path.
 */
export function schemaFiles(readPage: (path: string) => string): ReadonlyMap<string, JsonSchema> {
  const talk = fieldTable(readPage('docs/talk.md'), 'Fields');
  const outline = fieldTable(readPage('docs/outlines.md'), 'Front matter');
  const theme = fieldTable(readPage('docs/themes.md'), 'Fields of theme.yaml');
  const brand = fieldTable(readPage('docs/branding.md'), 'A house style');
  const layouts = layoutNames.map(
    (name) => [`layouts/${name}.json`, dataSchema(`What the layout ${name} is given`, contractOf(name))] as const,
  );
  const prints = Object.entries(printShapes).map(
    ([kind, contract]) => [`prints/${kind}.json`, dataSchema(`What the print ${kind} is given`, contract)] as const,
  );
  return new Map([
    ['talk.json', yamlSchema('What talk.yaml says of a talk', talkSchema, talk)],
    ['outline.json', yamlSchema('The front matter of an outline', v.strictObject(outlineFields), outline)],
    [
      'single-file.json',
      yamlSchema('The front matter of a talk in one file', singleFileSchema, new Map([...talk, ...outline])),
    ],
    ['theme.json', yamlSchema('What theme.yaml says of a theme', themeSchema, theme)],
    ['brand.json', yamlSchema('What brand.yaml says of a house style', brandSchema, brand)],
    ['layout.json', yamlSchema('What the .yaml beside a layout says of it', declarationSchema(''), LAYOUT_FIELDS)],
    ...layouts,
    ...prints,
  ]);
}

const LAYOUT_FIELDS = new Map([
  ['about', 'what the layout is for'],
  ['fields', 'the fields that its slides can have, each with its type, what it is about, and whether it is required'],
]);

function dataSchema(title: string, contract: Parameters<typeof recordSchema>[0]): JsonSchema {
  return { $schema: DRAFT, title, ...recordSchema(contract) };
}

type FieldsSchema = v.StrictObjectSchema<v.ObjectEntries, undefined>;

function yamlSchema(title: string, schema: FieldsSchema, about: ReadonlyMap<string, string>): JsonSchema {
  const { properties, ...rest } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    typeMode: 'input',
    // What a check or a transformation does has no words in a schema: there the program alone knows.
    errorMode: 'ignore',
    overrideSchema({ jsonSchema, valibotSchema }) {
      // What it may be depends on what is written there.
      if (valibotSchema.type === 'lazy') return {};
      // A number keeps its text.
      if (valibotSchema.type === 'string') return { ...jsonSchema, type: ['string', 'number'] as never };
      const { propertyNames: _, ...others } = jsonSchema;
      return others;
    },
  });
  const required: readonly string[] = rest.required ?? [];
  const described = Object.entries(properties ?? {}).map(([name, field]) => {
    const description = about.get(name) ?? '';
    return [name, { description, ...fieldSchema(Object(field), !required.includes(name)) }] as const;
  });
  return { ...rest, $schema: DRAFT, title, properties: Object.fromEntries(described) };
}

/** The schema of a field; one without a value is as one that is not there. */
function fieldSchema({ default: usual, ...field }: JsonSchema, isOptional: boolean): JsonSchema {
  const known = typeof usual === 'string' && usual !== '' && usual !== '0s' ? { default: usual } : {};
  if (!isOptional) return field;
  const values = Array.isArray(field.enum) ? { enum: [...field.enum, null] } : {};
  const types = field.type === undefined ? {} : { type: [field.type, 'null'].flat() };
  return { ...field, ...known, ...values, ...types };
}

/** What each field is, by the table of a document, as plain text. */
function fieldTable(page: string, heading: string): ReadonlyMap<string, string> {
  return new Map(
    tableUnder(page, heading).map(([field = '', about = '']) => [
      field.replaceAll('`', ''),
      about.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('`', ''),
    ]),
  );
}
