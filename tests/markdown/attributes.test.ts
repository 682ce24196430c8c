import { describe, expect, test } from 'vitest';
import { attributesAtEnd, attributesAtStart } from '../../src/markdown/syntax/attributes.ts';
import { type Attributes, attributeValue, hasClass } from '../../src/markdown/tree.ts';
import { createSource } from '../../src/text/source.ts';

/** An attribute list as it would be written in its plainest form. */
function shown(attributes: Attributes | undefined): string | undefined {
  const signs = { id: '#', class: '.', pair: '' };
  return attributes
    ?.map(({ kind, name, value }) => signs[kind] + name + (kind === 'pair' ? `=${value}` : ''))
    .join(' ');
}

function atEnd(text: string) {
  return attributesAtEnd(createSource('a.md', text), text, 0);
}

describe('an attribute list at the end of a text', () => {
  test.each([
    ['has an id', 'A {#one}', '#one'],
    ['has a class', 'A {.one}', '.one'],
    ['has a pair', 'A {lang=ja}', 'lang=ja'],
    ['has a pair of several words', 'A {title="one two"}', 'title=one two'],
    ['has a pair without a value', 'A {title=""}', 'title='],
    ['has several, in their order', 'A {.a #b c=d .e}', '.a #b c=d .e'],
    ['has space inside its braces', 'A { .a  #b }', '.a #b'],
    ['stands right after the text', 'A{.a}', '.a'],
    ['has an id of another script', 'A {#安保}', '#安保'],
    ['has space after it', 'A {.a}  ', '.a'],
  ])('%s', (_, text, attributes) => {
    const found = atEnd(text);
    expect(shown(found?.attributes)).toBe(attributes);
    expect(text.slice(0, found?.index)).toBe('A');
  });

  test.each([
    ['empty braces', 'A {}'],
    ['braces with words', 'A {not a list}'],
    ['braces with code', 'A {x => y}'],
    ['an open brace', 'A .a}'],
    ['braces in the middle', 'A {.a} B'],
    ['a bare word', 'A {step}'],
    ['two braces', 'A {{title}}'],
    ['a quotation mark that is open', 'A {title="one}'],
  ])('is not %s', (_, text) => {
    expect(atEnd(text)).toBeNull();
  });

  test('is the last of two', () => {
    expect(shown(atEnd('A {.a} {.b}')?.attributes)).toBe('.b');
  });

  test('has a place for each of its words', () => {
    const source = createSource('a.md', '## A {#b .c d="e f"}');
    const found = attributesAtEnd(source, source.text.slice(3), 3);
    expect(found?.attributes.map(({ span }) => source.text.slice(span.start, span.end))).toEqual([
      '#b',
      '.c',
      'd="e f"',
    ]);
  });
});

describe('an attribute list at the start of a text', () => {
  test.each([
    ['is the whole of it', '{.a #b}', '.a #b'],
    ['has text after it', '{.a} text', '.a'],
    ['does not begin after space', ' {.a}', undefined],
    ['is not in the middle', 'a {.a}', undefined],
  ])('%s', (_, text, attributes) => {
    expect(shown(attributesAtStart(createSource('a.md', text), text, 0)?.attributes)).toBe(attributes);
  });
});

test('a class and a value are found by their names and kinds', () => {
  const attributes = atEnd('A {#step .mark step=2}')?.attributes ?? [];
  expect(hasClass(attributes, 'mark')).toBe(true);
  expect(hasClass(attributes, 'step')).toBe(false);
  expect(attributeValue(attributes, 'step')).toBe('2');
  expect(attributeValue(attributes, 'mark')).toBe('');
});
