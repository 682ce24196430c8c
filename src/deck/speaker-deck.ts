import { createHash } from 'node:crypto';
import { type Checked, type Finding, stopOnErrors } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { escapeHtml } from '../text/html.ts';
import { unbundledCharacters } from '../theme/findings.ts';
import { tokensToCss } from '../theme/tokens.ts';
import type { Theme } from '../theme/types.ts';
import type { NotesView, SlideNotes } from '../view/notes.ts';
import { usedContents } from './contents.ts';
import { type ClientFiles, type PageParts, renderDeck, slidesCss } from './deck.ts';
import { packFonts } from './fonts.ts';
import { withoutFormulas } from './math.ts';
import type { PageFacts } from './page.ts';
import { forScreen } from './screen.ts';
import { type DrawnSlide, drawSlides } from './slides.ts';
import { type SpeakerPageParts, speakerPage } from './speaker-page.ts';
import { hoistStyles } from './styles.ts';
import type { Deck } from './types.ts';

/** The script and CSS of the speaker's deck, as built. */
export interface SpeakerFiles {
  /** The script of the deck with all that joins it to the speaker's window, and the CSS that this needs. */
  readonly projector: string;
  readonly projectorCss: string;
  /** Those of the speaker's window, and the CSS around the slides in it. */
  readonly speaker: string;
  readonly speakerCss: string;
  readonly previewCss: string;
}

/**
 * The speaker's deck: `index.html` for the projector, which is the audience's page with a way to the other window and no
 * word of the notes, and `speaker.html` for the speaker. Findings and errors as `renderDeck`.
 */
export function renderSpeakerDeck(
  host: Host,
  parts: PageParts & { readonly notes: NotesView },
  client: ClientFiles,
  files: SpeakerFiles,
  facts: PageFacts,
): Checked<Deck> {
  const { view, templates, theme, notes, packed } = parts;
  const drawn = forScreen(drawSlides(view, templates));
  const secret = secretOf(drawn, notes);
  const scripts = { ...client.scripts, deck: files.projector };
  const deck = renderDeck(
    host,
    { ...parts, theme: withSpeakersWords(theme) },
    { ...client, scripts, css: client.css + files.projectorCss },
    { ...facts, link: { secret } },
  );
  const texts = notes.slides.map((own) => notesHtml(own, ''));
  const fonts = packSpeakerFonts(host, parts, [...drawn.map(({ html, handout }) => html + handout), ...texts]);
  const page = speakerPage({
    facts,
    size: view.size,
    view: notes,
    secret,
    words: theme.words.speaker,
    handoutWord: theme.words.slides.handout ?? '',
    script: files.speaker,
    ...styleParts(parts, drawn, client, files, fonts.value),
  });
  const html = new Map([['speaker.html', Buffer.from(page.join(''))]]);
  return { value: { files: new Map([...deck.value.files, ...html, ...packed.box.files]) }, findings: fonts.findings };
}

/** The controls of the projector's page say two things more than those of every deck. */
function withSpeakersWords(theme: Theme): Theme {
  const { window = '', blocked = '' } = theme.words.speaker;
  const deck = { ...theme.words.deck, 'speaker-window': window, 'speaker-blocked': blocked };
  return { ...theme, words: { ...theme.words, deck } };
}

/** Slides and notes without `style` attributes, and the CSS for each: slides stand in trees of their own. */
function styleParts(
  { view, theme, math, notes }: PageParts & { readonly notes: NotesView },
  drawn: readonly DrawnSlide[],
  client: ClientFiles,
  files: SpeakerFiles,
  fontCss: string,
): Pick<SpeakerPageParts, 'slides' | 'notes' | 'css' | 'slidesCss'> {
  const { slides, css } = hoistStyles(drawn);
  const privateWord = theme.words.speaker.private ?? '';
  const written = hoistStyles(
    forScreen(
      drawn.map((slide, index) => ({ ...slide, html: notesHtml(notes.slides[index], privateWord), handout: '' })),
    ),
  );
  const contents = usedContents(drawn, client.contents).map((kind) => kind.css);
  return {
    slides,
    notes: written.slides.map(({ html }) => html),
    css: [fontCss, tokensToCss(theme, view.size), math.css, files.speakerCss, written.css].join(''),
    slidesCss: [client.slidesCss, math.css, ...contents, slidesCss(theme), css, files.previewCss].join(''),
  };
}

/** The notes of a slide for the page: parts that belong to a step say so, and what is for nobody else too. */
function notesHtml(notes: SlideNotes | undefined, privateWord: string): string {
  const said = (notes?.speaker ?? []).map(
    ({ step, html }) => `<div class="said" data-step="${step ?? ''}">${String(html)}</div>\n`,
  );
  const own = String(notes?.private ?? '');
  const box = `<div class="private" role="note"><p class="private-mark">${escapeHtml(privateWord)}</p>${own}</div>\n`;
  return said.join('') + (own === '' ? '' : box);
}

function packSpeakerFonts(host: Host, { theme, packed }: PageParts, html: readonly string[]): Checked<string> {
  const missing = new Set<number>();
  const texts = [
    ...html.map(withoutFormulas),
    ...Object.values(theme.words.deck),
    ...Object.values(theme.words.speaker),
  ];
  const css = packFonts(host, theme, packed.shelf, packed.box, texts, missing);
  stopOnErrors(packed.shelf.findings);
  const findings: Finding[] = [...packed.shelf.findings];
  if (missing.size > 0) findings.push(unbundledCharacters([...missing].map((code) => String.fromCodePoint(code))));
  return { value: css, findings };
}

/**
 * What only the two pages know: made of what stands in the notes, because the same talk must give the same bytes. Who
 * can read them needs no secret any more.
 */
function secretOf(drawn: readonly DrawnSlide[], notes: NotesView): string {
  const hash = createHash('sha256');
  for (const own of notes.slides) hash.update(notesHtml(own, ''));
  for (const { html } of drawn) hash.update(html);
  return hash.digest('hex').slice(0, 32);
}
