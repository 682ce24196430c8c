import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { schemaFiles } from '../scripts/schemas.ts';
import { Html } from '../src/text/html.ts';
import { layoutNames } from '../src/view/contract.ts';
import { printShapes } from '../src/view/print-contract.ts';
import { exampleOf, examplePrint } from './docs/contract-examples.ts';
import { ROOT, readPage } from './docs/pages.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const schemas = schemaFiles(read);
const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
  // That dates and addresses are such is told by Rostrum itself.
  formats: { date: true, uri: true, 'uri-reference': true },
});
const validators = new Map([...schemas].map(([path, schema]) => [path, ajv.compile(schema)]));

/** What is wrong with some data by a schema: `/slide/heading must be string`. */
function wrongWith(path: string, data: unknown): readonly string[] {
  const validate = validators.get(path);
  if (!validate) throw new Error(`there is no schema ${path}`);
  validate(data);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Data as JSON has it: HTML is the text that it is. */
function asJson(data: object): object {
  return JSON.parse(JSON.stringify(data, (_, value: unknown) => (value instanceof Html ? String(value) : value)));
}

/** YAML as an editor reads it. */
const asYaml = (text: string): unknown => parse(text, { schema: 'core' });

describe('the schema of what a template is given', () => {
  test.each(layoutNames)('takes the view of a slide of the layout %s', async (layout) => {
    const { data } = await exampleOf(layout);
    expect(wrongWith(`layouts/${layout}.json`, asJson(data))).toEqual([]);
  });

  test.each(Object.keys(printShapes))('takes what the print %s is given', async (kind) => {
    expect(wrongWith(`prints/${kind}.json`, asJson(await examplePrint(kind)))).toEqual([]);
  });

  test('takes no name more, no name less, and no other type', async () => {
    const { data } = await exampleOf('points');
    const { heading, ...slide } = data.slide;
    const more = { ...data, slide: { ...slide, number: '3', hedding: String(heading) } };
    expect(wrongWith('layouts/points.json', asJson(more)).toSorted()).toEqual([
      '/slide must NOT have additional properties',
      "/slide must have required property 'heading'",
      '/slide/number must be number',
    ]);
  });

  test('says of everything what it is', () => {
    const undescribed = (value: unknown, path: string): readonly string[] => {
      if (typeof value !== 'object' || value === null) return [];
      const isNull = 'type' in value && value.type === 'null';
      const own = 'type' in value && !isNull && !('description' in value) && path !== '' ? [path] : [];
      return [...own, ...Object.entries(value).flatMap(([name, inner]) => undescribed(inner, `${path}/${name}`))];
    };
    const data = [...schemas].filter(([path]) => path.includes('/'));
    expect(data.flatMap(([path, schema]) => undescribed(schema, '').map((place) => path + place))).toEqual([]);
  });
});

describe('the schema of YAML', () => {
  const exampleOfPage = (path: string): string =>
    readPage(path).blocks.find(({ language, text }) => language === 'yaml' && text.includes('title:'))?.text ?? '';
  const exampleOf = (path: string, under: string): string =>
    readPage(path).blocks.find(({ language, heading }) => language === 'yaml' && heading === under)?.text ?? '';
  const frontMatterOf = (path: string): string => /^---\n([\s\S]*?)---\n/.exec(read(path))?.[1] ?? '';
  const fixtures = readdirSync(join(ROOT, 'tests/fixtures/language')).map(
    (name) => `tests/fixtures/language/${name}/talk.md`,
  );

  test.each<[schema: string, what: string, text: string]>([
    ['talk.json', 'the example with all fields', exampleOfPage('docs/talk.md')],
    ['talk.json', 'the shipped talk', read('slides/talk.yaml')],
    ['talk.json', 'numbers where text is meant, and fields without a value', 'title: 2025\nevent:\ntransition:\n'],
    ['talk.json', 'the example of a comment for editors', exampleOf('docs/themes.md', 'In an editor')],
    ['theme.json', 'the theme of the walk', exampleOf('docs/themes.md', 'Make a theme')],
    ['layout.json', 'the layout of the walk', exampleOf('docs/themes.md', 'Add a layout of your own')],
    ['layout.json', 'the layout with all kinds of fields', exampleOf('docs/own-layouts.md', 'An example')],
    ['brand.json', 'the example of a house style', exampleOf('docs/branding.md', 'A house style')],
    ['brand.json', 'one with a logo for all grounds', 'name: A\nlogo: a.svg\n'],
    ['theme.json', 'the theme base', read('templates/base/theme.yaml')],
    ['theme.json', 'the theme horizon', read('templates/horizon/theme.yaml')],
    ['theme.json', 'a theme of a name alone', 'name: mine\ntokens:\n'],
    [
      'theme.json',
      'tokens and faces that are numbers',
      'name: a\ntokens: {size: {line: 1.2}}\nfonts: [{family: A, package: a, faces: [400]}]',
    ],
    ['outline.json', 'an outline', 'section: The lights\ntime: 3m\nlayout: points\n'],
    ...fixtures.map((path): [string, string, string] => ['single-file.json', path, frontMatterOf(path)]),
  ])('%s takes %s', (schema, _, text) => {
    expect(wrongWith(schema, asYaml(text) ?? {})).toEqual([]);
  });

  test.each([
    ['talk.json', 'a field that there is not', 'titel: A', ' must NOT have additional properties'],
    [
      'talk.json',
      'another word than one of some',
      'transition: spin',
      '/transition must be equal to one of the allowed values',
    ],
    ['talk.json', 'a list for a text', 'title: [a]', '/title must be string,number,null'],
    [
      'talk.json',
      'an address that is none of the web',
      'address: "ftp://example.org"',
      '/address must match pattern "^https?:"',
    ],
    ['theme.json', 'a theme without a name', 'about: a', " must have required property 'name'"],
    ['theme.json', 'tokens without a group', 'name: a\ntokens: {paper: white}', '/tokens/paper must be object'],
    [
      'theme.json',
      'a font without faces',
      'name: a\nfonts: [{family: a, package: b}]',
      "/fonts/0 must have required property 'faces'",
    ],
    [
      'layout.json',
      'a field of no type',
      'fields: {role: {about: a}}',
      "/fields/role must have required property 'type'",
    ],
    ['brand.json', 'a colour alone', 'name: A\ncolors: red', '/colors must be array,null'],
    ['outline.json', 'a field of a talk', 'speaker: a', ' must NOT have additional properties'],
  ])('%s does not take %s', (schema, _, text, wrong) => {
    expect(wrongWith(schema, asYaml(text))).toContain(wrong);
  });

  test('says of every field what it is', () => {
    const yaml = [...schemas].filter(([path]) => !path.includes('/'));
    for (const [path, { properties }] of yaml)
      for (const [name, field] of Object.entries(Object(properties)))
        expect(Object(field).description, `${path}: ${name}`).not.toBe('');
  });
});

test('the build writes all schemas, and docs/themes.md names where they are and the files of YAML', () => {
  const { prose } = readPage('docs/themes.md');
  expect(prose).toContain('node_modules/rostrum/dist/rostrum/schemas/');
  for (const path of schemas.keys()) {
    expect(existsSync(join(ROOT, 'dist/rostrum/schemas', path)), path).toBe(true);
    if (!path.includes('/')) expect(prose).toContain(`\`${path}\``);
  }
  expect(JSON.parse(read('dist/rostrum/schemas/talk.json'))).toEqual(schemas.get('talk.json'));
});
