import { describe, expect, test } from 'vitest';
import { renderBlocks } from '../../src/markdown/render.ts';
import type { RenderContext } from '../../src/markdown/render-context.ts';
import { PLAIN, parseText } from './parse-text.ts';

function htmlOf(markdown: string, own: Partial<RenderContext> = {}): string {
  return String(renderBlocks(parseText(markdown).blocks, { ...PLAIN, ...own }));
}

describe('a picture in a paragraph of its own', () => {
  test.each([
    ['a.mp4', 'video'],
    ['a.webm', 'video'],
    ['media/A.WEBM', 'video'],
    ['a.mp3', 'audio'],
    ['a.m4a', 'audio'],
    ['a.ogg', 'audio'],
    ['a.wav', 'audio'],
  ])('whose file is %s is %s', (src, type) => {
    const [block] = parseText(`![b](${src})`).blocks;
    expect(block).toMatchObject({ kind: 'media', type });
  });

  test.each(['a.svg', 'a.png', 'a.mp4.png', 'mp4', 'a.avi'])('whose file is %s is a picture', (src) => {
    expect(parseText(`![b](${src})`).blocks[0]).toMatchObject({ kind: 'figure' });
  });
});

describe('a video', () => {
  test.each([
    ['fetches what is shown of it without a poster', '![b](a.webm)', ' preload="metadata"'],
    ['fetches nothing with a poster', '![b](a.webm){poster=p.jpg}', ' preload="none" poster="p.jpg"'],
    ['is played in its place', '![b](a.webm)', ' controls playsinline'],
    ['is named by its description', '![a "b"](a.webm)', ' aria-label="a &quot;b&quot;"'],
    ['repeats', '![b](a.webm){.loop}', ' loop data-media=""'],
    ['is muted', '![b](a.webm){.muted}', ' muted data-media=""'],
    ['begins by itself when it is muted', '![b](a.webm){.muted .autoplay}', 'data-media="autoplay"'],
    ['does not begin by itself when it is heard', '![b](a.webm){.autoplay}', 'data-media=""'],
    [
      'has captions',
      '![b](a.webm){captions=c.vtt}',
      '<track kind="captions" src="c.vtt" srclang="en" label="English" default>',
    ],
    ['has captions in a language', '![b](a.webm){captions=c.vtt lang=de}', ' srclang="de" label="Deutsch" default>'],
    ['has captions in a language that is none', '![b](a.webm){captions=c.vtt lang=x_y}', ' srclang="x_y" label="x_y"'],
    ['has a caption', '![b](a.webm "c")', '<figcaption>c</figcaption></figure>'],
    ['takes some of the room', '![b](a.webm){width=50%}', ' role="group" style="width: 50%">'],
    [
      'has other classes',
      '![b](a.webm){.loop .own #id}',
      '<figure id="id" class="media media-video own" role="group">',
    ],
    ['shows its name on paper', '![b](media/a.webm)', '<p data-label="media/a.webm">Video: <span>a.webm</span></p>'],
    ['shows its poster on paper', '![b](a.webm){poster=p.jpg}', '<div class="media-frame"><img src="p.jpg" alt="b">'],
  ])('%s', (_, markdown, part) => {
    expect(htmlOf(markdown)).toContain(part);
  });

  test('shows its address on paper where the talk says where it will be published', () => {
    const html = htmlOf('![b](a.webm)', {
      published: (file) => ({ address: `https://e.org/${file}`, qrCode: '<svg/>' }),
    });
    expect(html).toContain(
      '<svg/><p data-label="a.webm">Video: <a href="https://e.org/a.webm">https://e.org/a.webm</a></p>',
    );
  });
});

test('a recording has no frame on paper', () => {
  const html = htmlOf('![b](a.ogg)');
  expect(html).toMatch(/^<figure class="media media-audio" role="group"><audio /);
  expect(html).toContain(
    '<div class="media-paper"><div class="media-place"><p data-label="a.ogg">Recording: <span>a.ogg</span></p>',
  );
});

describe('pictures that answer', () => {
  test('can be looked at closely', () => {
    expect(htmlOf('![b](a.svg){.zoom}')).toBe(
      '<figure class="picture" role="group" data-zoom><img src="a.svg" alt="b"></figure>',
    );
  });

  test('are compared by their captions, else by what they show', () => {
    expect(htmlOf('::: before-after\n![b](a.svg "c")\n\n![d](e.svg)\n:::')).toBe(
      '<div class="before-after" role="group" data-before-after>' +
        '<figure class="picture" role="group"><img src="a.svg" alt="b"><figcaption>c</figcaption></figure>' +
        '<figure class="picture" role="group"><img src="e.svg" alt="d"><figcaption aria-hidden="true">d</figcaption></figure></div>',
    );
  });

  test('have points with numbers in the order of their list', () => {
    const html = htmlOf(
      '::: image-map\n![b](a.svg)\n\n- One {at="10% 90%"}\n\n  A *note*.\n- Two {at="60.5% 20%"}\n:::',
    );
    expect(html).toContain(
      '<span class="map-mark is-low" style="left: 10%; top: 90%"><span class="map-number" aria-hidden="true">1</span></span>',
    );
    expect(html).toContain('<span class="map-mark is-right" style="left: 60.5%; top: 20%">');
    expect(html).toContain(
      '<li><div class="map-name">One</div><div class="map-note"><p>A <em>note</em>.</p></div></li>',
    );
    expect(html).toContain('<li><div class="map-name">Two</div></li>');
  });

  test.each([
    ['a paragraph', 'a {data-id=b}', '<p data-id="b">a</p>'],
    ['words', 'a [b]{data-id=c}', '<p>a <span data-id="c">b</span></p>'],
    ['a picture', '![b](a.svg){data-id=c}', '<figure class="picture" data-id="c" role="group">'],
    ['an item', '- a {data-id=b}', '<li data-id="b">a</li>'],
    ['a box', '::: {data-id=b}\na\n:::', '<div data-id="b"><p>a</p></div>'],
  ])('are found again on the next slide: %s', (_, markdown, part) => {
    expect(htmlOf(markdown)).toContain(part);
  });
});
