import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { fromHtml } from 'hast-util-from-html';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUILT_IN_TEMPLATES } from '../../src/commands/places.ts';
import { prepareTalk } from '../../src/commands/prepare.ts';
import { printableTalk, renderKind } from '../../src/commands/print-pages.ts';
import { drawSlides } from '../../src/deck/slides.ts';
import { listThemes } from '../../src/theme/list-themes.ts';
import type { NoteKind } from '../../src/view/note-kinds.ts';
import { createScratchFolder, HARBOUR_TALK, SHIPPED_TALK } from '../chromium/rostrum.ts';
import { writeLanguageTalk } from '../chromium/talks.ts';
import { thisMachine } from '../print/samples.ts';

const PAPERS = ['notes', 'handout', 'article'] as const;
const host = thisMachine();
const themes = listThemes(host, { own: '/none', builtIn: BUILT_IN_TEMPLATES }).value.map(({ name }) => name);

const scratch = createScratchFolder();
afterAll(() => scratch.remove());

/** All that a talk shows, says and does in a theme: what of it is drawn by the theme alone is left out. */
interface Shown {
  /** Of each slide its id, layout, ground and movement. */
  readonly slides: readonly unknown[];
  /** Of each slide its words, sorted, with what is said of pictures. */
  readonly words: readonly (readonly string[])[];
  /** Of each slide its steps, each with the words that it brings. */
  readonly steps: readonly (readonly string[])[];
  /** Its notes, and the words of each kind of paper. */
  readonly notes: unknown;
  readonly papers: Readonly<Record<string, readonly string[]>>;
}

type Node = ReturnType<typeof fromHtml>['children'][number];

/** The words of a tree; what is `aria-hidden` is decoration, which a theme may have as it likes. */
function wordsOf(nodes: readonly Node[]): readonly string[] {
  return nodes.flatMap((node): readonly string[] => {
    if (node.type === 'text') return node.value.split(/\s+/).filter((word) => word !== '');
    if (node.type !== 'element' || ['style', 'title', 'script'].includes(node.tagName)) return [];
    const { ariaHidden, alt, ariaLabel } = node.properties;
    if (ariaHidden === 'true') return [];
    const said = [alt, ariaLabel].filter((text) => typeof text === 'string' && text !== '');
    return [...said.map((text) => `(${String(text)})`), ...wordsOf(node.children as Node[])];
  });
}

function stepsOf(nodes: readonly Node[]): readonly string[] {
  return nodes.flatMap((node): readonly string[] => {
    if (node.type !== 'element') return [];
    const inside = stepsOf(node.children as Node[]);
    const { dataStep } = node.properties;
    if (typeof dataStep !== 'string' || dataStep === '') return inside;
    return [`${dataStep}: ${wordsOf([node]).toSorted().join(' ')}`, ...inside];
  });
}

const parse = (html: string): readonly Node[] => fromHtml(html, { fragment: true }).children;

async function showIn(theme: string, talk: string): Promise<Shown> {
  const path = `${talk}/slides/talk.yaml`;
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^theme:.*$/m, `theme: ${theme}`));
  const context = { host, version: '', say: () => {}, progress: () => {}, lap: () => {} };
  const prepared = await prepareTalk(context, { talk, speaker: true });
  const drawn = drawSlides(prepared.view, prepared.templates);
  const printable = await printableTalk(prepared, PAPERS);
  const request = {
    paper: { name: 'A4', isLandscape: false },
    noteKinds: new Set<NoteKind>(['speaker', 'handout', 'private']),
    handout: { perSheet: 6, hasLines: false, hasNotes: true },
    steps: null,
  } as const;
  const papers = PAPERS.map((kind) => {
    const { parts } = renderKind(host, printable, request, kind).value;
    return [kind, wordsOf(parts.flatMap(parse)).toSorted()] as const;
  });
  return {
    // How large type is, each theme measures for itself.
    slides: drawn.map(({ html: _, typeStep: __, ...facts }) => facts),
    words: drawn.map(({ html }) => wordsOf(parse(html)).toSorted()),
    steps: drawn.map(({ html }) => stepsOf(parse(html)).toSorted()),
    notes: prepared.notes,
    papers: Object.fromEntries(papers),
  };
}

beforeAll(() => {
  writeLanguageTalk(scratch.path('language'));
  for (const [name, from] of [
    ['harbour', HARBOUR_TALK],
    ['shipped', SHIPPED_TALK],
  ] as const) {
    cpSync(`${from}/slides`, scratch.path(name, 'slides'), { recursive: true });
  }
});

test('there are themes to change to', () => {
  expect(themes).toContain('horizon');
  expect(themes.length).toBeGreaterThan(1);
});

describe.each(['language', 'harbour', 'shipped'])('the talk %s', (talk) => {
  test('has the same slides, words, steps and notes in each theme as in each other', async () => {
    const shown = new Map<string, Shown>();
    for (const theme of themes) shown.set(theme, await showIn(theme, scratch.path(talk)));
    for (const [one, first] of shown) {
      expect(first.words.flat().length).toBeGreaterThan(50);
      for (const [other, second] of shown) {
        if (one < other) expect(second, `${one} and ${other}`).toEqual(first);
      }
    }
  });

  test('would have another text in a theme that leaves out a body', async () => {
    const whole = await showIn('base', scratch.path(talk));
    const own = scratch.path(talk, 'templates', 'layouts', 'points.hbs');
    cpSync(`${BUILT_IN_TEMPLATES}/base/layouts/points.hbs`, own);
    writeFileSync(own, readFileSync(own, 'utf8').replace('{{> body}}', ''));
    const broken = await showIn('base', scratch.path(talk));
    expect(broken.words).not.toEqual(whole.words);
    expect(broken.slides).toEqual(whole.slides);
  });
});
