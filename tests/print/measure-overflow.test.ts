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

describe('what does not fit is called what its author wrote', () => {
  test.each([
    [
      'from the words that do not fit to the end of their paragraph',
      '<p class="at low">One <em>two</em> three</p>',
      'One two three',
    ],
    ['from the line that does not fit', '<div class="box">a<br>b<br><b>c</b> d<p>e</p></div>', 'e'],
    ['without what stands in another block', '<ul class="at low"><li>One<ul><li>Two</li></ul></li></ul>', 'Two'],
    [
      'without the number of a footnote',
      '<p class="at low">One<sup data-label><a href="#slide-2">1</a></sup> two</p>',
      'One two',
    ],
    [
      'the option, not the verdict',
      '<ul class="at low"><li><span>Port</span> <i data-label><b>Wrong</b> Said of it</i></li></ul>',
      'Port',
    ],
    [
      'the option, where the verdict alone does not fit',
      '<ul><li><span>Port</span> <i class="at low" data-label><b>Wrong</b></i></li></ul>',
      'Port',
    ],
    [
      'the text of an alert, not its kind',
      '<div><p class="at low" data-label>Note</p><p>The stair is wet</p></div>',
      'The stair is wet',
    ],
    [
      'the heading, not the section above it',
      '<header><p class="at high" data-label>Lights</p><h2>Red to port</h2></header>',
      'Red to port',
    ],
    [
      'what is written for a word',
      '<p class="at low" data-label="media/lamp.webm">Video: <a href="https://e.org">e.org</a></p>',
      'media/lamp.webm',
    ],
    [
      'a formula as its TeX',
      '<p class="at low"><span class="katex"><span class="katex-mathml"><annotation>x^2</annotation></span><span class="katex-html" aria-hidden="true">x2</span></span></p>',
      'x\\^2',
    ],
    [
      'the words around a picture without a description',
      '<figure><img class="wide" src="a.svg" alt=""><figcaption>The tower</figcaption></figure>',
      'The tower',
    ],
    ['as it stands, where nobody wrote anything', '<p class="at low" data-label>Show more</p>', 'Show more'],
  ])('%s', async (_, content, words) => {
    const [found = '', ...others] = await lostOn(content);
    expect(others).toEqual([]);
    expect(found).toMatch(new RegExp(`^does-not-fit slide-1: "${words}" stands `));
  });
});

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
