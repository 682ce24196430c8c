import { durationInWords, secondsOf } from '../text/duration.ts';
import { escapeHtml } from '../text/html.ts';
import type { AgendaEntry, RenderContext } from './render-context.ts';
import { attributeValue, type Block, type Division, hasClass } from './tree.ts';

/** What is needed to draw a division: its attributes as written in HTML, and how the blocks in it are drawn. */
export interface DivisionParts {
  readonly attributes: string;
  readonly blocks: (blocks: readonly Block[]) => string;
}

type Drawer = (division: Division, parts: DivisionParts, context: RenderContext) => string;

/** The classes of divisions that a person can work with, and how each is drawn: so that it reads well without a script. */
const DRAWERS: Readonly<Record<string, Drawer>> = {
  details: detailsHtml,
  tabs: tabsHtml,
  countdown: countdownHtml,
  agenda: agendaHtml,
  score: scoreHtml,
};

/** What a division is, of those that a person can work with: its class; `null` for any other. */
export function interactiveClass({ attributes }: Division): string | null {
  return Object.keys(DRAWERS).find((name) => hasClass(attributes, name)) ?? null;
}

/** A division that a person can work with, as HTML; `null` for any other. */
export function renderInteractive(division: Division, parts: DivisionParts, context: RenderContext): string | null {
  const draw = DRAWERS[interactiveClass(division) ?? ''];
  return draw ? draw(division, parts, context) : null;
}

/** `::: {.details summary="Show the answer"}` */
function detailsHtml(
  { attributes, blocks }: Division,
  parts: DivisionParts,
  { words }: Pick<RenderContext, 'words'>,
): string {
  const summary = attributeValue(attributes, 'summary');
  const name = summary === '' ? ` data-label>${escapeHtml(words.details)}` : `>${escapeHtml(summary)}`;
  return `<details${parts.attributes} data-details><summary${name}</summary><div class="details-content">${parts.blocks(blocks)}</div></details>`;
}

/** `::: tabs`: each `###` opens a panel; what stands before the first one stands above them all. */
function tabsHtml({ blocks }: Division, parts: DivisionParts): string {
  const { before, panels } = panelsOf(blocks);
  const drawn = panels.map((panel) => `<div class="tab-panel">${parts.blocks(panel)}</div>`);
  const lead = before.length === 0 ? '' : `<div class="tabs-lead">${parts.blocks(before)}</div>`;
  return `<div${parts.attributes} data-tabs>${lead}<div class="tab-panels">${drawn.join('')}</div></div>`;
}

/** The blocks of tabs: those before the first `###`, and those of each panel, its heading first. */
export function panelsOf(blocks: readonly Block[]): {
  readonly before: readonly Block[];
  readonly panels: readonly (readonly Block[])[];
} {
  const starts = blocks.flatMap((block, index) => (block.kind === 'heading' && block.depth === 3 ? [index] : []));
  return {
    before: blocks.slice(0, starts[0] ?? blocks.length),
    panels: starts.map((start, index) => blocks.slice(start, starts[index + 1])),
  };
}

/** `::: {.countdown time=3m}` */
function countdownHtml({ attributes, blocks }: Division, parts: DivisionParts, { talk }: RenderContext): string {
  const seconds = secondsOf(attributeValue(attributes, 'time')) ?? 0;
  const text = blocks.length === 0 ? '' : `<div class="countdown-text">${parts.blocks(blocks)}</div>`;
  const time = escapeHtml(durationInWords(seconds, talk.lang));
  return `<div${parts.attributes} data-countdown="${seconds}">${text}<p class="countdown-time" data-label="${escapeHtml(attributeValue(attributes, 'time'))}">${time}</p></div>`;
}

/** `::: agenda` */
function agendaHtml({ blocks }: Division, parts: DivisionParts, { talk, words }: RenderContext): string {
  const items = talk.agenda.map((entry) => agendaItem(entry, words.done));
  const name = escapeHtml(words.agenda);
  return `<div${parts.attributes}>${parts.blocks(blocks)}<ol class="agenda-parts" aria-label="${name}">${items.join('')}</ol></div>`;
}

function agendaItem({ title, id, state }: AgendaEntry, done: string): string {
  const current = state === 'present' ? ' aria-current="true"' : '';
  const past = state === 'past' ? ` <span class="visually-hidden">(${escapeHtml(done)})</span>` : '';
  return `<li class="is-${state}"><a href="#${escapeHtml(id)}"${current}>${escapeHtml(title)}</a>${past}</li>`;
}

/** `::: score`: on paper a line to fill in, where the talk asks questions. */
function scoreHtml({ blocks }: Division, parts: DivisionParts, { talk, words }: RenderContext): string {
  const line = escapeHtml(words.score(talk.questionCount));
  return `<div${parts.attributes} data-score>${parts.blocks(blocks)}<p class="score-line" data-label="::: score">${line}</p></div>`;
}
