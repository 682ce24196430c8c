import { parseMarkdown } from '../../src/markdown/parse.ts';
import { readTag } from '../../src/markdown/read-tag.ts';
import type { References } from '../../src/markdown/references.ts';
import { renderBlocks } from '../../src/markdown/render.ts';
import type { RenderContext } from '../../src/markdown/render-context.ts';
import type { Block } from '../../src/markdown/tree.ts';
import type { Finding } from '../../src/text/finding.ts';
import { createSource, positionAt } from '../../src/text/source.ts';
import { wordsFor } from '../words.ts';

/** What surrounds a slide, at its plainest: pictures by their own names, no steps, no colours in code. */
export const PLAIN: RenderContext = {
  pictureUrl: (src) => src,
  pictureSize: () => null,
  stepOf: () => '',
  lineStepsOf: () => [],
  highlight: () => null,
  math: () => null,
  chart: () => null,
  diagram: () => null,
  footnoteOf: () => null,
  published: () => null,
  lang: 'en',
  direction: 'ltr',
  words: wordsFor('en'),
  talk: { title: 'A talk', lang: 'en', questionCount: 0, agenda: [] },
};

/** A text that refers to nothing beside itself. */
export const NO_REFERENCES: References = {
  variables: new Map(),
  emoji: null,
  readTag,
  isHtmlTrusted: false,
  readText: () => null,
};

/** A Markdown text as its blocks, its HTML, and its findings as `line:column rule`. */
export function parseText(text: string): {
  readonly blocks: readonly Block[];
  readonly html: string;
  readonly found: readonly string[];
} {
  const source = createSource('a.md', text);
  const { value, findings } = parseMarkdown(source, 0, NO_REFERENCES);
  return { blocks: value, html: String(renderBlocks(value, PLAIN)), found: findings.map(placeAndRule) };
}

/** A finding as `line:column rule`. */
export function placeAndRule({ rule, span }: Finding): string {
  if (!span) return rule;
  const { line, column } = positionAt(span.source, span.start);
  return `${line}:${column} ${rule}`;
}
