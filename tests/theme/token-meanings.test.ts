import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { meaningOf, TOKEN_MEANINGS } from '../../src/theme/token-meanings.ts';

test('the tokens of the base theme have meanings, in their order, and no others have', () => {
  const { tokens } = parse(readFileSync(new URL('../../templates/base/theme.yaml', import.meta.url), 'utf8'));
  const namesOf = (groups: object) =>
    Object.entries(groups).flatMap(([group, values]) => Object.keys(values).map((name) => `${group}.${name}`));
  expect(namesOf(TOKEN_MEANINGS)).toEqual(namesOf(tokens));
});

test.each([
  ['color', 'paper', 'what slides stand on'],
  ['color', 'sun', ''],
  ['line', 'thin', ''],
  ['constructor', 'name', ''],
  ['color', 'constructor', ''],
])('%s.%s means "%s"', (group, name, meaning) => {
  expect(meaningOf(group, name)).toBe(meaning);
});
