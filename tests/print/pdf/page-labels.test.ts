import { expect, test } from 'vitest';
import { pageLabels } from '../../../src/print/pdf/page-labels.ts';
import { serializeValue } from '../../../src/print/pdf/serialize.ts';

/** Slides of these numbers, each with so many pages. */
const slides = (...pages: readonly (readonly [number, number])[]) =>
  pages.map(([number, count]) => ({ number, count }));

test.each<[string, Parameters<typeof pageLabels>, string]>([
  ['pages are numbered', [[], 0], '0 <</S /D>>'],
  ['those of a cover apart', [[], 2], '0 <</S /r>> 2 <</S /D>>'],
  ['slides of one page too', [slides([1, 1], [2, 1], [3, 1]), 0], '0 <</S /D>>'],
  ['slides have the numbers of the talk', [slides([4, 1], [5, 1], [8, 1]), 0], '0 <</S /D /St 4>> 2 <</S /D /St 8>>'],
  [
    'a slide of several pages is its number, and from its first step on has it before that of the step',
    [slides([1, 1], [2, 3], [3, 1], [4, 1], [5, 2]), 0],
    '0 <</S /D>> 2 <</P (2.) /S /D>> 4 <</S /D /St 3>> 7 <</P (5.) /S /D>>',
  ],
])('%s', (_, args, labels) => {
  expect(serializeValue(pageLabels(...args)).replaceAll('\n', ' ')).toBe(`<</Nums [${labels}]>>`);
});
