import { expect, test } from 'vitest';
import { createSource } from '../../src/text/source.ts';
import { callsOf } from '../../src/theme/partial-calls.ts';

test.each([
  ['by its name alone has all names', '{{> a}}', ['a all']],
  ['inside "if" and its "else" has all names', '{{#if x}}{{> a}}{{else}}{{> b}}{{/if}}', ['a all', 'b all']],
  ['inside "each" and "with" does not', '{{#each x}}{{> a}}{{/each}}{{#with x}}{{> b}}{{/with}}', ['a some', 'b some']],
  ['where "each" has nothing has all names', '{{#each x}}{{else}}{{> a}}{{/each}}', ['a all']],
  ['with a context of its own does not', '{{> a talk}}', ['a some']],
  ['with more names is said with them', '{{> a size="small" tone=x}}', ['a all size tone']],
  ['after a block that ended has all names', '{{#each x}}{{this}}{{/each}}{{> a}}', ['a all']],
  ['in a comment is none', '{{!-- {{> a}} --}}', []],
  ['in a template that cannot be read is none', '{{> a}}{{#if}', []],
])('a partial that is called %s', (_, text, calls) => {
  const found = callsOf(createSource('a.hbs', text));
  expect(
    found.map(({ partial, hasAllNames, added }) => [partial, hasAllNames ? 'all' : 'some', ...added].join(' ')),
  ).toEqual(calls);
});
