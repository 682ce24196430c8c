import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { durationField, readFields, textField } from '../../src/text/fields.ts';
import { createSource, positionAt } from '../../src/text/source.ts';

const schema = v.strictObject({
  title: textField,
  speaker: textField,
  time: durationField,
  theme: v.optional(v.string('the name of a theme'), 'horizon'),
  fonts: v.optional(
    v.array(
      v.strictObject({ family: v.string('text'), faces: v.array(v.string('text'), 'a list of faces') }),
      'a list',
    ),
    [],
  ),
});

function read(yaml: string, before = '') {
  const source = createSource('talk.yaml', before + yaml);
  const { value, findings } = readFields(source, before.length, source.text.length, schema);
  const found = findings.map(({ rule, message, hint, span }) => {
    const { line, column } = span ? positionAt(span.source, span.start) : { line: 0, column: 0 };
    return { found: `${line}:${column} ${rule}`, marked: span?.source.text.slice(span.start, span.end), message, hint };
  });
  return { value, found };
}

describe('fields', () => {
  test.each([
    ['are read', 'title: A talk', { title: 'A talk' }],
    ['are what is usual when they are left out', '', { title: '', time: 0, theme: 'horizon', fonts: [] }],
    ['are left out when nothing stands after the colon', 'theme:\ntitle: ~', { title: '', theme: 'horizon' }],
    ['lose the space around them', 'title: "  A talk "', { title: 'A talk' }],
    ['keep a number as it is written', 'title: 1.10\nspeaker: 007', { title: '1.10', speaker: '007' }],
    ['keep a day as it is written', 'title: 2025-01-19', { title: '2025-01-19' }],
    ['keep "no" and "on" as they are written', 'title: no\nspeaker: on', { title: 'no', speaker: 'on' }],
    ['are read from nothing but comments', '# nothing\n', { title: '' }],
    ['are read when they run over several lines', 'title: >-\n  A\n  talk', { title: 'A talk' }],
    ['keep a colon inside quotation marks', 'title: "A: b"', { title: 'A: b' }],
  ])('%s', (_, yaml, fields) => {
    const { value, found } = read(yaml);
    expect(found).toEqual([]);
    expect(value?.fields).toMatchObject(fields);
  });

  test.each([
    ['minutes', '3m', 180],
    ['minutes by a longer name', '3min', 180],
    ['seconds', '90s', 90],
    ['hours and minutes', '1h 30m', 5400],
    ['all three without spaces', '1h1m1s', 3661],
    ['nothing', '0s', 0],
  ])('hold a time in %s', (_, time, seconds) => {
    expect(read(`time: ${time}`).value?.fields.time).toBe(seconds);
  });

  test('say where each value stands', () => {
    const { value } = read('title: A talk\nspeaker: "Ada"\n', '---\n');
    const marked = [...(value?.places ?? [])].map(([name, { source, start, end }]) => [
      name,
      source.text.slice(start, end),
    ]);
    expect(marked).toEqual([
      ['title', 'A talk'],
      ['speaker', '"Ada"'],
    ]);
  });
});

describe('a field that is not right', () => {
  test.each([
    ['is unknown', 'titel: x', '1:1 unknown-field', 'titel', 'did you mean "title"?'],
    ['is unknown and near to none', 'colour: x', '1:1 unknown-field', 'colour', /^known are: fonts, speaker, the/],
    [
      'is unknown further down',
      'title: x\n\n  \nspeeker: y',
      '4:1 unknown-field',
      'speeker',
      'did you mean "speaker"?',
    ],
    ['is a prototype', '__proto__: {a: 1}', '1:1 unknown-field', '__proto__', /^known are/],
    ['is a merge', '<<: {title: x}', '1:1 unknown-field', '<<', /^known are/],
    ['is a list in place of text', 'title: [a, b]', '1:8 invalid-field', '[a, b]', 'it is Array now'],
    ['is a truth in place of text', 'title: true', '1:8 invalid-field', 'true', 'it is true now'],
    ['is not a time', 'title: a\ntime: soon', '2:7 invalid-field', 'soon', 'it is "soon" now'],
    ['is a time without a unit', 'time: 3', '1:7 invalid-field', '3', 'it is "3" now'],
    ['is a text in place of a list', 'fonts: a', '1:8 invalid-field', 'a', 'it is "a" now'],
    ['is missing in a list', 'fonts:\n  - family: a', '2:5 missing-field', 'family: a', 'write "faces:" and its value'],
    ['is wrong in a list', 'fonts:\n  - {family: a, faces: [[x]]}', '2:25 invalid-field', '[x]', 'it is Array now'],
    ['is unknown in a list', 'fonts:\n  - {family: a, faces: [], b: c}', '2:28 unknown-field', 'b', /./],
  ])('%s', (_, yaml, found, marked, hint) => {
    const result = read(yaml);
    expect(result.value).toBeNull();
    expect(result.found).toHaveLength(1);
    expect(result.found[0]).toMatchObject({ found, marked });
    expect(result.found[0]?.hint).toMatch(hint);
  });

  test('is told of with all others, in the order of the text', () => {
    const { found } = read('titel: x\ntime: 3\nspeker: y\ntheme: [z]\n');
    expect(found.map((one) => one.found)).toEqual([
      '1:1 unknown-field',
      '2:7 invalid-field',
      '3:1 unknown-field',
      '4:8 invalid-field',
    ]);
  });

  test('is told of once', () => {
    const twice = v.strictObject({ day: v.pipe(v.string(), v.regex(/^\d+$/, 'digits'), v.minLength(9, 'long')) });
    const source = createSource('a.yaml', 'day: x');
    expect(readFields(source, 0, 6, twice).findings).toHaveLength(1);
  });

  test('is placed in the file, not in its front matter alone', () => {
    expect(read('titel: x', '---\n').found[0]?.found).toBe('2:1 unknown-field');
  });
});

test('a name that a field may not have is marked itself, with what it is called in the file', () => {
  const name = v.pipe(v.string(), v.regex(/^[a-z]+$/, 'a name has small letters'));
  const named = v.strictObject({ fields: v.record(name, v.strictObject({ type: v.string('text') })) });
  const source = createSource('a.yaml', 'fields:\n  role: { type: text }\n  Born: { type: text }\n  x: {}\n');
  const { value, findings } = readFields(source, 0, source.text.length, named);
  expect(value).toBeNull();
  const found = findings.map(({ rule, message, span }) => [
    rule,
    message,
    span && source.text.slice(span.start, span.end),
  ]);
  expect(found).toEqual([
    ['invalid-field', 'no field can be called "Born": a name has small letters', 'Born'],
    ['missing-field', 'the field "fields.x.type" is missing', '{}'],
  ]);
});

describe('YAML that cannot be read', () => {
  test.each([
    ['has a colon in a value', 'title: a: b', '1:8', /Nested mappings/],
    ['has an open quotation mark', 'title: "a\nspeaker: b\n\n', '2:10', /quote/],
    ['has a tab for space', 'title: a\n\tspeaker: b', '2:1', /Tabs/],
    ['has one field twice', 'title: a\ntitle: b', '2:1', /unique/],
    ['has two documents', 'title: a\n---\ntitle: b', '2:1', /multiple documents/],
    ['is a list', '- a\n- b', '1:1', /"field: value"/],
    ['is a text', 'hello', '1:1', /"field: value"/],
    ['repeats a value by an alias', 'title: &a x\nspeaker: *a', '2:10', /may not repeat/],
    ['names an alias that is nowhere', 'title: *nope', '1:8', /may not repeat/],
    ['has a list that is not closed', 'title: [a', '1:9', /end with a \]/],
  ])('%s', (_, yaml, place, message) => {
    const { value, found } = read(yaml);
    expect(value).toBeNull();
    expect(found[0]?.found).toBe(`${place} yaml-syntax`);
    expect(found[0]?.message).toMatch(message);
  });

  test('grows by aliases, and is refused before it does', () => {
    const levels = 'bcdefghij'.split('').map((name, index) => {
      const before = 'abcdefghi'[index];
      return `${name}: &${name} [${Array(9).fill(`*${before}`).join(',')}]`;
    });
    const started = performance.now();
    const { found } = read(['a: &a [x,x,x,x,x,x,x,x,x]', ...levels].join('\n'));
    expect(found).toHaveLength(1);
    expect(found[0]?.found).toBe('2:8 yaml-syntax');
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('is longer than anyone writes', () => {
    expect(read(`title: ${'x'.repeat(70_000)}`).found[0]?.message).toContain('longer than 64 KB');
  });

  test('does not tell of its own line and column, which the place says', () => {
    expect(read('title: a: b').found[0]?.message).not.toMatch(/line \d|column/);
  });
});
