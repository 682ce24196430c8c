import { expect, test } from 'vitest';
import { placesIn } from '../../src/print/places.ts';

test('what is in a slide is called as the slide is, and what is in none is not called', () => {
  const slides = [
    { id: 'one', name: 'Slide 1: One' },
    { id: 'two&', name: 'Slide 2: Two' },
  ];
  const html =
    '<section id="cover"></section><article class="page" id="one"><li id="footnote-1-1">a</li></article>' +
    '<article id="two&amp;"><b class="x" id="&quot;b">c</b></article>';
  expect(placesIn(html, slides)).toEqual([
    { id: 'footnote-1-1', name: 'Slide 1: One' },
    { id: '"b', name: 'Slide 2: Two' },
  ]);
});
