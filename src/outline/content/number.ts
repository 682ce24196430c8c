import { plainText } from '../../markdown/render.ts';
import type { ContentReader, NumberContent } from '../types.ts';
import { around } from './around.ts';

/** Digits with signs, separators, a currency and a short unit: 65, 1,000,000, 3.5 %, $400M, −12 °C. */
const NUMBER = /^[~≈<>+−-]?\s?\p{Sc}?\s?\d[\d.,\s]*\s?(?:\p{Sc}|%|‰|[\p{L}°]{1,3})?$/u;

/** A heading that is a number, and a paragraph that says what it counts. */
export const numberReader: ContentReader<NumberContent> = {
  needs: 'a number as its heading, such as "## 65", and a paragraph that says what it counts',
  infers: ({ heading, blocks }) =>
    heading !== null &&
    blocks.length === 1 &&
    blocks[0]?.kind === 'paragraph' &&
    NUMBER.test(plainText(heading.children)),
  read({ heading, blocks }) {
    const figure = heading === null ? '' : plainText(heading.children);
    const paragraph = blocks.find((block) => block.kind === 'paragraph');
    if (figure === '' || paragraph?.kind !== 'paragraph') return null;
    return { kind: 'number', figure, text: paragraph.children, ...around(blocks, paragraph) };
  },
};
