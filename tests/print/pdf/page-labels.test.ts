import { expect, test } from 'vitest';
import { pageLabels } from '../../../src/print/pdf/page-labels.ts';
import { serializeValue } from '../../../src/print/pdf/serialize.ts';

test.each<[string, readonly number[] | undefined, string]>([
  ['pages are numbered', undefined, '0 <</S /D>>'],
  ['slides of one page too', [1, 1, 1], '0 <</S /D /St 1>>'],
  [
    'a slide of several pages has its number before theirs',
    [1, 3, 1, 1, 2],
    '0 <</S /D /St 1>> 1 <</P (2.) /S /D /St 1>> 4 <</S /D /St 3>> 6 <</P (5.) /S /D /St 1>>',
  ],
])('%s', (_, counts, labels) => {
  expect(serializeValue(pageLabels(counts)).replaceAll('\n', ' ')).toBe(`<</Nums [${labels}]>>`);
});
