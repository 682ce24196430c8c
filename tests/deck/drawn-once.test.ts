import { beforeEach, describe, expect, test, vi } from 'vitest';
import { packPictures, renderDeck } from '../../src/deck/deck.ts';
import { renderHandout } from '../../src/deck/handout-pages.ts';
import { renderNotes } from '../../src/deck/notes-pages.ts';
import { frameSlides } from '../../src/deck/sheets.ts';
import { renderSlides } from '../../src/deck/slide-pages.ts';
import { templateContracts } from '../../src/deck/slides.ts';
import { renderSpeakerDeck } from '../../src/deck/speaker-deck.ts';
import { HELPERS } from '../../src/theme/helpers.ts';
import { compileTemplates } from '../../src/theme/templates.ts';
import { viewNotes } from '../../src/view/notes.ts';
import { viewTalk } from '../../src/view/view.ts';
import { hostOf, talkOf } from '../talk/talk-of.ts';
import { themeOf } from '../theme/draw-text.ts';
import { plainSurroundings } from '../view/surroundings.ts';
import { CLIENT } from './drawn.ts';

const OUTLINE = '# A\n\n## B\n\nc\n\n- d {.step}\n\n## E\n\nf\n';
const SLIDES = 3;
const A4 = { name: 'A4', isLandscape: false } as const;

const between = vi.spyOn(HELPERS.between, 'run');
beforeEach(() => between.mockClear());

/** A talk in a theme that counts how often a slide is drawn. */
function counted() {
  const host = hostOf({ 'slides/00.md': OUTLINE });
  const { talk } = talkOf(host);
  const slide = '{{between 0 1 1}}{{slide.body}}';
  const sheet = '{{#each slides}}<article id="{{id}}">{{drawing}}</article>{{/each}}';
  const cells = '{{#each sheets}}{{#each cells}}<article id="{{id}}">{{drawing}}</article>{{/each}}{{/each}}';
  const theme = themeOf({ title: slide, points: slide }, {}, { notes: sheet, handout: cells });
  const view = viewTalk(talk, plainSurroundings());
  const notes = viewNotes(talk, plainSurroundings());
  const templates = compileTemplates(theme, templateContracts());
  expect(templates.findings).toEqual([]);
  const packed = packPictures(host, theme, talk.media);
  const parts = { view, theme, templates: templates.value, packed, math: { html: [], css: '' }, notes };
  return { host, parts, facts: { ...talk, picture: '', version: '0' } };
}

describe('each slide is drawn once', () => {
  test('for all kinds of print', () => {
    const { host, parts } = counted();
    expect(renderSlides(host, parts).value.parts.join('')).toContain('1<p>f</p>');
    const framed = { ...parts, frames: frameSlides(parts) };
    const handout = { perSheet: 3, hasLines: false, hasNotes: false } as const;
    const notes = renderNotes(host, framed, A4, new Set(['speaker'])).value.parts.join('');
    const sheets = renderHandout(host, framed, A4, handout, null).value.parts.join('');
    for (const page of [notes, sheets]) expect(page).toContain('1<p>f</p>');
    expect(renderSlides(host, parts, 'pages').value.pageCounts).toEqual([1, 2, 1]);
    expect(between).toHaveBeenCalledTimes(SLIDES);
  });

  test('for both pages of the speaker', () => {
    const { host, parts, facts } = counted();
    const files = { projector: '', projectorCss: '', speaker: '', speakerCss: '', previewCss: '' };
    const { files: pages } = renderSpeakerDeck(host, parts, CLIENT, files, facts).value;
    expect([...pages.keys()]).toEqual(['index.html', 'speaker.html']);
    expect(between).toHaveBeenCalledTimes(SLIDES);
  });

  test('and is the same in each', () => {
    const { host, parts, facts } = counted();
    const first = renderDeck(host, parts, CLIENT, facts).value;
    expect(renderDeck(host, parts, CLIENT, facts).value).toEqual(first);
    expect(between).toHaveBeenCalledTimes(SLIDES);
  });
});
