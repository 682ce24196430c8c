import { expect, test } from 'vitest';
import { languageAttributes } from '../../src/text/language-attributes.ts';

test.each([
  ['none', '', ''],
  ['from right to left', 'ar', ' lang="ar" dir="rtl"'],
  ['from left to right, which may stand in a talk from right to left', 'en', ' lang="en" dir="ltr"'],
  ['what is no tag of a language', 'a"b', ' lang="a&quot;b"'],
])('the attributes of a language: %s', (_, lang, attributes) => {
  expect(languageAttributes(lang)).toBe(attributes);
});
