import type { Source, Span } from '../text/source.ts';
import { spanOf } from '../text/source.ts';
import type { Theme } from '../theme/types.ts';

/** The template that drew something: a layout, or a kind of paper. */
export interface TemplateName {
  readonly kind: 'layout' | 'print';
  readonly name: string;
}

/** A class as templates write them: what a regular expression takes as it is. */
const CLASS = /^[\w-]+$/;
const CALL = /\{\{>\s*([\w-]+)/g;

/** A template, and the partials that it calls, each once, as they are met. */
function sourcesOf(theme: Theme, { kind, name }: TemplateName): readonly Source[] {
  const first = (kind === 'layout' ? theme.layouts : theme.prints).get(name);
  const sources: Source[] = first ? [first] : [];
  for (const { text } of sources) {
    for (const [, called = ''] of text.matchAll(CALL)) {
      const partial = theme.partials.get(called);
      if (partial && !sources.includes(partial)) sources.push(partial);
    }
  }
  return sources;
}

/**
 * Where a template writes an element, or the nearest one around it that it does write: `path` is what `measureTexts` gives.
 * In the template and its partials, or in the template alone. The first line of the template where nothing else is found.
 */
export function placeOf(theme: Theme, template: TemplateName, path: string, within: 'all' | 'template'): Span | null {
  const sources = sourcesOf(theme, template).slice(0, within === 'all' ? undefined : 1);
  for (const step of path.split(' > ').toReversed()) {
    const [, ...names] = step.split('.');
    for (const name of names.filter((one) => CLASS.test(one))) {
      const found = sources.map((source) => classPlace(source, name)).find((span) => span !== null);
      if (found) return found;
    }
  }
  const [first] = sources;
  return first ? spanOf(first, 0) : null;
}

/** The first place where a template gives an element this class. */
function classPlace(source: Source, name: string): Span | null {
  const found = new RegExp(`(class="[^"]*(?<![\\w-]))${name}(?![\\w-])`).exec(source.text);
  if (!found) return null;
  const start = found.index + (found[1]?.length ?? 0);
  return spanOf(source, start, start + name.length);
}
