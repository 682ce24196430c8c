import { describe, expect, test } from 'vitest';
import { fillFields } from '../../src/check/sample-fields.ts';
import { FIELD_KINDS, type FieldKind } from '../../src/text/declared-layouts.ts';

const field = (kind: FieldKind, isRequired = false) => ({ name: `a-${kind}`, kind, about: '', isRequired });
const ALL = FIELD_KINDS.map((kind) => field(kind));

describe('the fields of a layout in a slide of a sample', () => {
  test('are filled with the words of its heading', () => {
    expect(
      fillFields('## The `lamp` is lit {#a .person}\n\n- One', ALL, false),
    ).toBe(`## The \`lamp\` is lit {#a .person a-text="The lamp is lit" a-number=1871 .a-flag}

![The lamp is lit](media/coast.svg){.a-picture}

::: a-html
The lamp is lit
:::

::: a-list
- The lamp is lit
- The lamp is lit
:::

- One`);
  });

  test('stand under the break that opens a slide without a heading', () => {
    const slide = '---\n\n{#a .person}\n\nText';
    expect(fillFields(slide, [field('text')], false)).toBe('---\n\n{#a .person a-text="Text"}\n\nText');
  });

  test('are only those that it cannot do without where things are missing', () => {
    const fields = [field('number'), field('text', true)];
    expect(fillFields('## A {#a .person}', fields, true)).toBe('## A {#a .person a-text="A"}');
    expect(fillFields('## A {#a .person}', [field('list')], true)).toBe('## A {#a .person}');
  });
});
