import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, launchBrowser } from '../../src/print/browser.ts';
import { needBrowser } from '../../src/print/find-browser.ts';
import { printPage } from './print-page.ts';
import { samplePage, thisMachine } from './samples.ts';

const host = thisMachine();
const STYLE = `<style>
  p, div { margin: 0; font: 20px/32px monospace; }
  .page { position: relative; }
  .at { position: absolute; }
  .low { top: 710px; } .far { left: 1270px; } .high { top: -10px; } .left { left: -8px; }
  .box { height: 40px; overflow: hidden; }
  .box2 { height: 40px; }
  .tall { height: 900px; }
  img { display: block; }
  .gone { display: none; }
  .wide { width: 1300px; height: 20px; }
</style>`;
const SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9H0z"/></svg>';

let browser: Browser;
beforeAll(() => {
  browser = launchBrowser(needBrowser(host), host);
});
afterAll(() => browser.close());

async function lostOn(content: string) {
  const page = samplePage([content, '<p>fits</p>'], { head: STYLE, assets: { 'a.svg': SQUARE } });
  const { findings } = await printPage(browser, page, true);
  return findings.map(({ rule, slide, message }) => `${rule} ${slide}: ${message}`);
}

describe('what does not fit', () => {
  test.each([
    ['text under the slide', '<p class="at low">One two</p>', '"One two"', 'bottom'],
    ['text right of the slide', '<p class="at far">One</p>', '"One"', 'right'],
    ['text above the slide', '<p class="at high">One</p>', '"One"', 'top'],
    ['text left of the slide', '<p class="at left">One</p>', '"One"', 'left'],
    ['text under the end of a box inside', '<div class="box">a<br>b<br>c<br>d</div>', '"d"', 'bottom'],
    ['text under the room that a slide leaves', '<div class="main box2">a<br>b</div>', '"b"', 'bottom'],
    ['a picture', '<img class="wide" src="a.svg" alt="A square">', '"A square"', 'right'],
  ])('is found: %s', async (_, content, words, side) => {
    const place = new RegExp(`^does-not-fit slide-1: ${words} stands \\d+ px over the ${side} edge`);
    expect(await lostOn(content)).toEqual([expect.stringMatching(place)]);
  });

  test.each([
    ['a tall empty box', '<p>One</p><div class="tall"></div>'],
    ['decoration', '<p class="at low" aria-hidden="true">12</p>'],
    ['text in a box that cuts off nothing', '<div class="box">a</div>'],
    // Of the second slide it stood above, where the page begins.
    [
      'a picture that is not shown',
      '<p>One</p></div><div class="page"><img hidden class="gone" src="a.svg" alt="A square">',
    ],
  ])('is not %s', async (_, content) => {
    expect(await lostOn(content)).toEqual([]);
  });
});
