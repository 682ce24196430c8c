import { describe, expect, test } from 'vitest';
import { boxSlides } from '../../src/deck/step-pages.ts';
import { WIDE_SIZE } from '../../src/text/slide-size.ts';
import { drawnSlide } from './drawn.ts';

const still = drawnSlide({ id: 'still', html: '<p>still</p>' });
const stepped = drawnSlide({
  id: 'a"b',
  lang: 'ar',
  html: '<p data-step="1">a</p>',
  background: { kind: 'color', value: 'navy', isDark: true },
});
const count = (html: string, part: string): number => html.split(part).length - 1;

describe('slides as boxes', () => {
  test('are a page each with all steps shown', () => {
    const { boxes, pageCounts, pageHeight, css } = boxSlides([still, stepped], null, WIDE_SIZE);
    expect([pageCounts, pageHeight, css]).toEqual([[1, 1], 720, '']);
    expect(boxes[1]).toMatch(/^<article class="page has-background[^>]*id="a&quot;b" lang="ar" dir="rtl">/);
  });

  test('are a page for each state, the last of which is what links lead to', () => {
    const { boxes, pageCounts, pageHeight } = boxSlides([still, stepped], 'pages', WIDE_SIZE);
    expect([pageCounts, pageHeight]).toEqual([[1, 2], 720]);
    expect(boxes[0]).toBe(boxSlides([still], null, WIDE_SIZE).boxes[0]);
    expect(boxes[1]).toMatch(/^<article class="states" lang="ar" dir="rtl">/);
    const pages = boxes[1]?.split('<div class="page').slice(1) ?? [];
    expect(pages.map((page) => page.includes('id="a&quot;b"'))).toEqual([false, true]);
    expect(pages.map((page) => page.includes('<rect width="16" height="9" fill="navy"'))).toEqual([true, true]);
    expect(pages.map((page) => page.includes('earlier'))).toEqual([true, false]);
  });

  test('are one page with a strip of what was before', () => {
    const { boxes, pageCounts, pageHeight } = boxSlides([still, stepped], 'film', WIDE_SIZE);
    expect([pageCounts, pageHeight]).toEqual([[1, 1], 904]);
    expect(count(boxes[0] ?? '', 'film-strip')).toBe(0);
    expect(boxes[1]).toMatch(/^<article class="film" id="a&quot;b" lang="ar" dir="rtl">/);
    expect([count(boxes[1] ?? '', 'class="page '), count(boxes[1] ?? '', 'class="film-state"')]).toEqual([2, 1]);
  });

  test.each(['pages', 'film'] as const)('are as large as slides, for %s too, when no slide has steps', (steps) => {
    expect(boxSlides([still], steps, WIDE_SIZE)).toEqual(boxSlides([still], null, WIDE_SIZE));
  });
});
