import { loadHighlight } from '../../src/typeset/highlight.ts';
import { type View, viewTalk } from '../../src/view/view.ts';
import { type Files, talkOf } from '../talk/talk-of.ts';
import { wordsFor } from '../words.ts';
import { plainSurroundings } from './surroundings.ts';

/** The view of a talk, pictures by their own names; and what the highlighter found. */
export async function viewOf(
  files: Files,
  path = '.',
): Promise<{ readonly view: View; readonly found: readonly string[] }> {
  const { talk } = talkOf(files, path);
  const { value: highlight, findings } = await loadHighlight(talk.slides.flatMap(({ contents }) => contents.codes));
  const view = viewTalk(
    talk,
    plainSurroundings({ pictureUrl: (src) => `assets/${src}`, highlight, words: wordsFor(talk.lang) }),
  );
  return { view, found: findings.map(({ rule, message }) => `${rule}: ${message}`) };
}

/** The view of an outline with all HTML as text, so that it can be compared. */
export async function plainView(outline: string, yaml = '') {
  const files = {
    'slides/talk.yaml': yaml,
    'slides/00.md': outline,
    'slides/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  };
  const { view } = await viewOf(files);
  return JSON.parse(
    JSON.stringify(view, (key, value) => (key === 'span' ? undefined : isHtml(value) ? value.toHTML() : value)),
  );
}

function isHtml(value: unknown): value is { toHTML(): string } {
  return typeof value === 'object' && value !== null && 'toHTML' in value;
}
