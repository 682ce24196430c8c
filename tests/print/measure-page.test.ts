import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, launchBrowser } from '../../src/print/browser.ts';
import { needBrowser } from '../../src/print/find-browser.ts';
import { type Measurement, measurePage } from '../../src/print/measure-page.ts';
import { samplePage, thisMachine } from './samples.ts';

const host = thisMachine();
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const STYLE = `<style>
  body { background: #ffffff; }
  p, div { margin: 0; font: 30px/40px monospace; color: #000000; }
  .page { position: relative; }
  .at { position: absolute; top: 0; left: 0; }
  .below { position: absolute; top: 60px; left: 0; }
  .small { font-size: 20px; }
  .grey { color: #767676; }
  .pale { opacity: 0.5; }
  .dark { background: linear-gradient(#111111, #222222); }
  .light { color: #ffffff; }
  .big { font-size: 120px; line-height: 120px; }
  .gone { display: none; }
  .visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
</style>`;
const MEASUREMENT: Measurement = {
  media: 'print',
  boxes: '.page',
  texts: { boxes: '.page', without: '.left-out' },
  hasContrast: true,
  axe: '',
};

let browser: Browser;
beforeAll(() => {
  browser = launchBrowser(needBrowser(host), host);
});
afterAll(() => browser.close());

function measure(content: string, changes: Partial<Measurement> = {}) {
  return measurePage(browser, samplePage([content], { head: STYLE }), { ...MEASUREMENT, ...changes });
}

describe('the contrast of a text', () => {
  test.each([
    ['on white', '<p>One</p>', 21],
    ['in grey', '<p class="grey">One</p>', 4.54],
    ['that lets its ground through', '<p class="pale">One</p>', 3.98],
    ['on a gradient', '<div class="dark"><p class="light">One</p></div>', 16.5],
    ['on the same colour', '<div style="background:#fff"><p class="light">One</p></div>', 1],
  ])('%s', async (_, content, expected) => {
    const { contrasts } = await measure(content);
    expect(contrasts).toHaveLength(1);
    expect(Math.abs((contrasts[0]?.contrast ?? 0) - expected)).toBeLessThan(0.5);
  });

  test('comes with its slide, its words, its size and the way to its element', async () => {
    const { contrasts } = await measure('<div class="a b"><p class="small grey">One  two</p></div>');
    expect(contrasts).toMatchObject([
      {
        slide: 'slide-1',
        words: 'One two',
        sizePx: 20,
        path: 'article.page > div.a.b > p.small.grey',
        color: [118, 118, 118, 1],
      },
    ]);
  });

  test('is not measured where it is not asked for, nor of what is left out', async () => {
    expect((await measure('<p>One</p>', { hasContrast: false })).contrasts).toEqual([]);
    expect((await measure('<p class="left-out">One</p>')).contrasts).toEqual([]);
  });
});

describe('texts lie on each other', () => {
  test.each([
    ['where one is put on another', '<p>One</p><p class="at">Two</p>', ['One on Two']],
    [
      'where one comes down to decoration of its size',
      '<p>One</p><p class="at" aria-hidden="true">12</p>',
      ['One on 12'],
    ],
    ['but not on decoration that is their ground', '<p>One</p><p class="at big" aria-hidden="true">“</p>', []],
    ['but not one below the other', '<p>One</p><p class="below">Two</p>', []],
    ['but not in one another', '<p>One <b>two</b> three</p>', []],
  ])('%s', async (_, content, expected) => {
    const { overlaps } = await measure(content);
    expect(overlaps.map(({ words, others }) => `${words} on ${others}`)).toEqual(expected);
  });
});

test('a text that cannot be seen is found, but not what is for screen readers or decoration', async () => {
  const { unseen } = await measure(
    '<p class="gone">One</p><p class="visually-hidden">Two</p><p class="gone" aria-hidden="true">Three</p>',
  );
  expect(unseen.map(({ words }) => words)).toEqual(['One']);
});

test('what sticks out has the way to its element', async () => {
  const { overflows } = await measure('<div class="main" style="height:40px"><p>One</p><p>Two</p></div>');
  expect(overflows).toMatchObject([{ content: 'Two', side: 'bottom', path: 'article.page > div.main > p' }]);
});

test('axe finds what breaks its rules, where it is asked', async () => {
  const content = '<h1>One</h1><img class="sea" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAAC">';
  const { violations } = await measure(content, { axe: AXE });
  expect(violations).toContainEqual(expect.objectContaining({ id: 'image-alt', impact: 'critical' }));
  expect((await measure(content)).violations).toEqual([]);
});

test('a file that is not there is found', async () => {
  const { findings } = await measure('<img src="none.svg" alt="Sea">');
  expect(findings.map(({ rule }) => rule).sort()).toEqual(['broken-picture', 'missing-asset']);
});
