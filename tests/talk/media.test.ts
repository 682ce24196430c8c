import { describe, expect, test } from 'vitest';
import { type Files, SVG, talkOf } from './talk-of.ts';

const FILES: Files = {
  'slides/a.svg': SVG,
  'slides/b.svg': SVG,
  'slides/film.webm': 'x',
  'slides/horn.ogg': 'x',
  'slides/film.vtt': 'WEBVTT\n\n00:00.000 --> 00:01.000\nA lamp.\n',
};

function foundIn(body: string, own: Files = {}): readonly string[] {
  const { found } = talkOf({ ...FILES, 'slides/00.md': `# A\n\n${body}`, ...own });
  return found.map((one) => one.replace('slides/00.md:', ''));
}

describe('a video', () => {
  test('is read with its poster and its captions', () => {
    const outline = '# A\n\n![b](film.webm){poster=a.svg captions=film.vtt}';
    const { talk, found } = talkOf({ ...FILES, 'slides/00.md': outline });
    expect(found).toEqual([]);
    expect([...talk.media.keys()]).toEqual(['film.webm', 'a.svg', 'film.vtt']);
  });

  test.each([
    ['has no captions', '![b](film.webm)', ['3:1 missing-captions']],
    ['has no captions and is not heard', '![b](film.webm){.muted}', []],
    ['has no description', '![](film.webm){.muted}', ['3:1 missing-alt']],
    ['begins by itself and is heard', '![b](film.webm){.autoplay captions=film.vtt}', ['3:17 loud-autoplay']],
    ['is not there', '![b](gone.webm){.muted}', ['3:1 missing-picture']],
    ['is on the web', '![b](https://e.org/film.webm){.muted}', ['3:1 remote-picture']],
    ['is outside', '![b](../film.webm){.muted}', ['3:1 outside-picture']],
    ['stands in a line', 'See ![b](film.webm)', ['3:5 unknown-picture-type']],
    ['has a poster that is not there', '![b](film.webm){.muted poster=gone.svg}', ['3:24 missing-picture']],
    ['has a poster that is a video', '![b](film.webm){.muted poster=film.webm}', ['3:24 unknown-picture-type']],
    ['has captions that are not there', '![b](film.webm){captions=gone.vtt}', ['3:17 missing-picture']],
    ['has captions that are a text', '![b](film.webm){captions=film.txt}', ['3:17 unknown-picture-type']],
    ['has a field that it does not know', '![b](film.webm){.muted posture=a.svg}', ['3:24 unknown-attribute']],
  ])('that %s', (_, body, found) => {
    expect(foundIn(body, { 'film.webm': 'x' })).toEqual(found);
  });

  test('that is not there is told by its name, and so is what may have been meant', () => {
    const { findings } = talkOf({ ...FILES, 'slides/00.md': '# A\n\n![b](flim.webm){.muted}' });
    expect(findings).toMatchObject([{ message: 'there is no video at flim.webm', hint: 'did you mean "film.webm"?' }]);
  });
});

describe('captions', () => {
  test.each([
    ['begin with their name', 'WEBVTT\n', []],
    ['have words after it', 'WEBVTT - lights\n', []],
    ['have a mark of their order before it', '\uFEFFWEBVTT\n', []],
    ['are nothing but it', 'WEBVTT', []],
    ['are empty', '', ['3:17 invalid-captions']],
    ['are SubRip', '1\n00:00:00,000 --> 00:00:01,000\nA lamp.\n', ['3:17 invalid-captions']],
    ['begin with another word', 'WEBVTTX\n', ['3:17 invalid-captions']],
    ['are not UTF-8', new Uint8Array([...new TextEncoder().encode('WEBVTT\n\n'), 0xff]), ['3:17 invalid-captions']],
    ['are too long', `WEBVTT\n${'a'.repeat(1_000_000)}`, ['3:17 too-large']],
  ])('that %s', (_, text, found) => {
    expect(foundIn('![b](film.webm){captions=film.vtt}', { 'slides/film.vtt': text })).toEqual(found);
  });
});

test.each([
  ['has a description', '![b](horn.ogg)', []],
  ['has none', '![](horn.ogg)', ['3:1 missing-alt']],
  ['begins by itself', '![b](horn.ogg){.autoplay}', ['3:16 loud-autoplay']],
])('a recording that %s', (_, body, found) => {
  expect(foundIn(body)).toEqual(found);
});

describe('a box of pictures', () => {
  test.each([
    ['that compares two', '![b](a.svg)\n\n![c](b.svg)', []],
    ['that compares one', '![b](a.svg)', ['3:1 before-after-needs']],
    ['that compares two with words', '![b](a.svg)\n\n![c](b.svg)\n\nd', ['3:1 before-after-needs']],
    ['that compares two videos', '![b](film.webm){.muted}\n\n![c](film.webm){.muted}', ['3:1 before-after-needs']],
  ])('%s', (_, body, found) => {
    expect(foundIn(`::: before-after\n${body}\n:::`)).toEqual(found);
  });

  test.each([
    ['has places', '- One {at="62% 41%"}\n- Two {at="0% 100%"}\n- Three {at="1.5% 2.25%"}', []],
    ['has none', '- One', ['6:1 invalid-point']],
    ['has half of one', '- One {at=62%}', ['6:8 invalid-point']],
    ['is beside the picture', '- One {at="101% 5%"}', ['6:8 invalid-point']],
    ['is counted in pixels', '- One {at="10px 5px"}', ['6:8 invalid-point']],
    ['has more than a place', '- One {at="1% 2%; color: red"}', ['6:8 invalid-point']],
    ['is no item', 'One', ['3:1 image-map-needs']],
    ['has words beside it', '- One {at="1% 2%"}\n\nTwo', ['3:1 image-map-needs']],
  ])('with a point that %s', (_, body, found) => {
    expect(foundIn(`::: image-map\n![b](a.svg)\n\n${body}\n:::`)).toEqual(found);
  });

  test('that is no image map has no points', () => {
    expect(foundIn('- One {at="62% 41%"}')).toEqual(['3:8 unknown-attribute']);
  });
});

describe('a data-id', () => {
  test.each([
    ['box-1', []],
    ['Box', []],
    ['a.b', ['3:4 invalid-data-id']],
    ['"a b"', ['3:4 invalid-data-id']],
  ])('%s', (id, found) => {
    expect(foundIn(`a {data-id=${id}}`)).toEqual(found);
  });
});

describe('how a slide comes and goes', () => {
  const still = { transition: 'none', kioskSeconds: 0, isAnimated: false };

  test.each([
    ['without a word', '', '', still],
    ['as the talk says', 'transition: fade\nkiosk: 20s\n', '', { ...still, transition: 'fade', kioskSeconds: 20 }],
    [
      'as it says itself',
      'transition: fade\nkiosk: 20s\n',
      '{transition=zoom kiosk=1m}',
      { ...still, transition: 'zoom', kioskSeconds: 60 },
    ],
    ['still in a talk that moves', 'transition: fade\n', '{transition=none}', still],
    ['with things that move', '', '{.auto-animate}', { ...still, isAnimated: true }],
    ['at the hand of a person where only it says a time', '', '{kiosk=40s}', still],
  ])('%s', (_, fields, attributes, motion) => {
    const { talk, found } = talkOf({ 'slides/talk.yaml': fields, 'slides/00.md': `## B ${attributes}` });
    expect(found).toEqual([]);
    expect(talk.slides[0]?.motion).toEqual(motion);
  });

  test.each([
    ['{transition=cube}', '3:7 invalid-transition'],
    ['{kiosk=soon}', '3:7 invalid-kiosk-time'],
    ['{kiosk=0s}', '3:7 invalid-kiosk-time'],
    ['{autoslide=40s}', '3:7 unknown-attribute'],
  ])('by no such word as %s', (attributes, found) => {
    expect(foundIn(`## B ${attributes}`)).toEqual([found]);
  });

  test.each(['transition: cube', 'kiosk: soon'])('by no such field as %s', (field) => {
    expect(talkOf({ 'slides/talk.yaml': `${field}\n`, 'slides/00.md': '# A' }).found[0]).toMatch(
      /^slides\/talk\.yaml:1:\d+ invalid-field$/,
    );
  });
});
