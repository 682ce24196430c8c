import type { DrawnSlide } from './slides.ts';

/** Slides whose `style` attributes have become classes, and the rules of these. */
export interface HoistedStyles {
  readonly slides: readonly DrawnSlide[];
  readonly css: string;
}

const STYLED_TAG = /<[a-z][^<>]*?\sstyle="[^"<>]*"[^<>]*>/gi;
const STYLE = /\sstyle="([^"]*)"/i;
const CLASS = /\sclass="([^"]*)"/i;
/** Declarations that end where their attribute does: no braces, comments or escapes, and quotation marks in pairs. */
const CONTAINED = /^(?:[^{}<>"'\\/@]|\/(?!\*)|"[^"{}<>\\\n]*"|'[^'{}<>\\\n]*')*$/;

/**
 * Slides without `style` attributes, which the policy of the page forbids: each distinct one is a class. They come from
 * templates and from Rostrum itself, never from an outline. The rules are as strong as the attributes were. What could
 * reach over the end of its rule stays an attribute, and has no effect.
 */
export function hoistStyles(slides: readonly DrawnSlide[]): HoistedStyles {
  const { texts, css } = hoistFrom(slides.flatMap(({ html, handout }) => [html, handout]));
  const hoisted = slides.map((slide, index) => ({
    ...slide,
    html: texts[2 * index] ?? '',
    handout: texts[2 * index + 1] ?? '',
  }));
  return { slides: hoisted, css };
}

/** The same for any pieces of HTML of one page, which come back in their order. */
export function hoistFrom(texts: readonly string[]): { readonly texts: readonly string[]; readonly css: string } {
  if (!texts.some((html) => html.includes(' style="'))) return { texts, css: '' };
  const names = new Map<string, string>();
  const nameOf = (declarations: string): string => {
    const known = names.get(declarations) ?? `style-${names.size + 1}`;
    names.set(declarations, known);
    return known;
  };
  const hoisted = texts.map((html) => hoistIn(html, nameOf));
  const css = [...names].map(([declarations, name]) => `.${name}:not(#_){${declarations}}\n`).join('');
  return { texts: hoisted, css };
}

function hoistIn(html: string, nameOf: (declarations: string) => string): string {
  return html.replace(STYLED_TAG, (tag) => {
    const declarations = decode(STYLE.exec(tag)?.[1] ?? '');
    if (!CONTAINED.test(declarations) || !isBalanced(declarations)) return tag;
    const bare = tag.replace(STYLE, '');
    if (declarations.trim() === '') return bare;
    const name = nameOf(declarations);
    if (CLASS.test(bare)) return bare.replace(CLASS, (_, names: string) => ` class="${names} ${name}"`);
    return bare.replace(/^<[\w-]+/, (start) => `${start} class="${name}"`);
  });
}

function decode(attribute: string): string {
  return attribute.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}

function isBalanced(declarations: string): boolean {
  let depth = 0;
  for (const [sign] of declarations.replace(/"[^"]*"|'[^']*'/g, '').matchAll(/[()[\]]/g)) {
    depth += sign === '(' || sign === '[' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
