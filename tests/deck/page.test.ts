import { createHash } from 'node:crypto';
import { decodeHTML } from 'entities';
import { describe, expect, test } from 'vitest';
import { deckPage as deckPageParts, type PageFacts } from '../../src/deck/page.ts';
import { printPage, slideFrame, slidePage } from '../../src/deck/print-page.ts';
import type { DrawnSlide } from '../../src/deck/slides.ts';
import { WIDE_SIZE } from '../../src/text/slide-size.ts';
import { drawnSlide } from './drawn.ts';

const STYLES = { shared: '.bar{}', slides: '.slide{}', reading: 'p{}' };
const SCRIPTS = { head: 'head()', deck: 'start()' };
const WORDS = { handout: 'Notes', deck: { next: 'Next' } };

function deckPage(
  facts: PageFacts,
  slides: readonly DrawnSlide[],
  { styles = STYLES, scripts = SCRIPTS, words = WORDS } = {},
): string {
  return deckPageParts({ ...facts, size: WIDE_SIZE }, slides, styles, scripts, words).join('');
}

const FACTS: PageFacts = {
  title: 'A talk',
  description: '',
  lang: 'en',
  speaker: '',
  picture: '',
  address: '',
  version: '1.2.3',
};
const SLIDE = drawnSlide();
const HOSTILE = `"><script>alert('1')</script>&amp;<img src=x onerror=alert(1)> </title></style>-->`;

/** The elements of a page's head that say something about it, by name: their content. */
function metadata(page: string): Record<string, string> {
  const metas = [...page.matchAll(/<meta (?:name|property|http-equiv)="([^"]*)" content="([^"]*)">/g)];
  return Object.fromEntries(metas.map(([, name = '', content = '']) => [name, decodeHTML(content)]));
}

/** What stands between the only opening and closing tag of a name. */
function between(page: string, name: string): string {
  const parts = page.split(new RegExp(`<${name}>|</${name}>`));
  expect(parts).toHaveLength(3);
  return parts[1] ?? '';
}

/** What stands in all elements of a name. */
function elements(page: string, name: string): readonly string[] {
  return [...page.matchAll(new RegExp(`<${name}[^>]*>([\\s\\S]*?)</${name}>`, 'g'))].map(([, text = '']) => text);
}

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('the page of a deck', () => {
  test('says what it is', () => {
    const page = deckPage(
      {
        ...FACTS,
        description: 'About',
        speaker: 'Ada',
        lang: 'de-AT',
        picture: 'assets/a.png',
        address: 'https://e.org/talk',
      },
      [SLIDE],
    );
    expect(page).toMatch(/^<!doctype html>\n<html lang="de-AT" dir="ltr">\n<head>\n<meta charset="utf-8">\n/);
    expect(between(page, 'title')).toBe('A talk');
    expect(metadata(page)).toMatchObject({
      generator: 'Rostrum 1.2.3',
      description: 'About',
      author: 'Ada',
      viewport: 'width=device-width, initial-scale=1',
      'og:type': 'website',
      'og:title': 'A talk',
      'og:description': 'About',
      'og:url': 'https://e.org/talk',
      'og:image': 'https://e.org/talk/assets/a.png',
      'twitter:card': 'summary_large_image',
    });
  });

  test('says nothing of what is not known', () => {
    expect(Object.keys(metadata(deckPage(FACTS, [SLIDE]))).sort()).toEqual(
      ['Content-Security-Policy', 'generator', 'og:title', 'og:type', 'viewport'].sort(),
    );
  });

  test.each([
    ['with a slash', 'https://e.org/talk/', 'https://e.org/talk/assets/a.png'],
    ['without a slash', 'https://e.org/talk', 'https://e.org/talk/assets/a.png'],
    ['that is not known', '', 'assets/a.png'],
  ])('names its picture for sharing from an address %s', (_, address, picture) => {
    const page = deckPage({ ...FACTS, address, picture: 'assets/a.png' }, [SLIDE]);
    expect(metadata(page)['og:image']).toBe(picture);
  });

  test('wraps each slide, in order, as reveal.js has it', () => {
    const other = drawnSlide({ id: 'b', layout: 'quote', title: 'B', html: '<p>b</p>\n', section: 'Two & three' });
    const page = deckPage(FACTS, [SLIDE, other]);
    expect(page).toContain(`<div class="reveal">
<main class="slides">
<section id="a" aria-label="A" data-state="layout-points" class="type-9">
<div class="slide">a</div>
</section>
<section id="b" aria-label="B" data-section="Two &amp; three" data-state="layout-quote" class="type-9">
<p>b</p>
</section>
</main>
</div>`);
  });

  test.each([
    ['a picture', '<img src="a.png" alt="">', '<img loading="lazy" src="a.png" alt="">'],
    ['a picture that has its own time', '<img src="a.png" loading="eager">', '<img src="a.png" loading="eager">'],
    ['few letters that are not ASCII', `<p title="é">${'a'.repeat(99)}</p>`, `<p title="&#233;">${'a'.repeat(99)}</p>`],
  ])('lets a browser read fast what has %s', (_, html, written) => {
    expect(deckPage(FACTS, [{ ...SLIDE, html }])).toContain(written);
  });

  test('keeps what is hostile as text', () => {
    const facts = { ...FACTS, title: HOSTILE, description: HOSTILE, speaker: HOSTILE, lang: HOSTILE, address: HOSTILE };
    const page = deckPage(
      facts,
      [drawnSlide({ id: HOSTILE, layout: HOSTILE, title: HOSTILE, section: HOSTILE, html: '' })],
      { words: { handout: HOSTILE, deck: { next: HOSTILE } } },
    );
    expect(decodeHTML(between(page, 'title'))).toBe(HOSTILE);
    expect(metadata(page)).toMatchObject({
      description: HOSTILE,
      author: HOSTILE,
      'og:title': HOSTILE,
      'og:url': HOSTILE,
    });
    expect(page.match(/<script/g)).toHaveLength(3);
    expect(page).not.toContain('<img');
    expect(page.replace(/<script type="application\/json".*/, '')).not.toContain("alert('");
    const [, id = '', label = '', state = ''] =
      /<section id="([^"]*)" aria-label="([^"]*)" data-section="[^"]*" data-state="([^"]*)" class="type-9">/.exec(
        page,
      ) ?? [];
    expect(JSON.parse(elements(page, 'script')[1] ?? '')).toMatchObject({ words: { next: HOSTILE } });
    expect([id, label, state].map((value) => decodeHTML(value))).toEqual([HOSTILE, HOSTILE, `layout-${HOSTILE}`]);
  });

  test('keeps patterns of replacement as they are', () => {
    const page = deckPage({ ...FACTS, title: "$& $1 $$ $'" }, [{ ...SLIDE, html: "<p>$& $` $'</p>" }], {
      styles: { ...STYLES, shared: 'a{b:"$&"}' },
      scripts: { ...SCRIPTS, deck: 'x="$$"' },
    });
    expect(page).toContain("<p>$& $` $'</p>");
    expect(elements(page, 'style')[0]).toBe('a{b:"$&"}');
    expect(elements(page, 'script').at(-1)).toBe('x="$$"');
  });
});

describe('the content security policy', () => {
  const css = '@font-face{}\n:root{--a:"é"}\n';
  const script = 'alert("安保 \\u2028")\n';
  const styles = { shared: css, slides: '.slide{}\n', reading: 'p{}\n' };
  const scripts = { head: 'head("é")', deck: script };
  const page = deckPage(FACTS, [SLIDE], { styles, scripts });
  const policy = metadata(page)['Content-Security-Policy']?.split('; ') ?? [];

  test('names the styles and the scripts by the hash of what stands in the page', () => {
    const [head = '', , deck = ''] = elements(page, 'script');
    expect([head, deck]).toEqual(Object.values(scripts));
    expect(policy).toContain(`script-src ${hash(head)} ${hash(deck)}`);
    expect(elements(page, 'style')).toEqual(Object.values(styles));
    expect(policy).toContain(`style-src ${elements(page, 'style').map(hash).join(' ')}`);
  });

  test('allows nothing else but what lies beside the page', () => {
    expect(policy.filter((rule) => !/^(?:style|script)-src/.test(rule))).toEqual([
      "default-src 'none'",
      "img-src 'self' data:",
      "font-src 'self'",
      "media-src 'self' data:",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(policy.join()).not.toMatch(/unsafe|\*|https?:/);
  });

  test('stands before everything that it is about', () => {
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<style'));
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<link'));
  });

  test('allows a page to print no script at all', () => {
    const printed = printPage({ title: 'A', lang: 'en' }, [slidePage(SLIDE)], css);
    const rules = metadata(printed)['Content-Security-Policy'] ?? '';
    expect(rules).toContain("script-src 'none'");
    expect(rules).toContain(`style-src ${hash(css)}`);
  });
});

describe('the page to print slides from', () => {
  test('wraps each slide as a page, and has no script', () => {
    const page = printPage({ title: 'A talk', lang: 'de' }, [slidePage(SLIDE)], 'a{}');
    expect(page).toContain('<html lang="de" dir="ltr">');
    expect(page).toContain('<article class="page type-9" id="a">\n<div class="slide">a</div>\n</article>');
    expect(page).not.toContain('<script');
  });

  test('keeps what is hostile as text', () => {
    const page = printPage({ title: HOSTILE, lang: HOSTILE }, [slidePage({ ...SLIDE, id: HOSTILE })], '');
    expect(decodeHTML(between(page, 'title'))).toBe(HOSTILE);
    expect(page).not.toMatch(/<script|<img/);
  });

  test('has slides in frames, without an id that their sheet has already', () => {
    expect(slideFrame(SLIDE)).toBe(
      '<div class="frame"><div class="page type-9">\n<div class="slide">a</div>\n</div></div>',
    );
    expect(slideFrame({ ...SLIDE, lang: 'ar' })).toContain(
      '<div class="page type-9" role="group" lang="ar" dir="rtl">',
    );
  });
});
