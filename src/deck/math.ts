import type { Host } from '../text/host.ts';
import type { AssetBox } from './assets.ts';

const FACE = /@font-face\{([^}]*)\}/g;
const RULE = /([^{}]+)\{([^{}]*)\}/g;

/** What a rule of KaTeX's CSS asks of the fonts. */
interface FontRule {
  /** The classes of its selector. */
  readonly classes: readonly string[];
  readonly family: string;
  readonly style: string;
  readonly weight: string;
}

/**
 * KaTeX's CSS for formulas that are drawn as `html`, and the faces that they use put into the box; '' without formulas.
 * `folder` holds `katex.min.css` and `fonts/`, as the package has them.
 */
export function packMath(host: Host, folder: string, box: AssetBox, html: readonly string[]): string {
  if (html.length === 0) return '';
  const css = new TextDecoder().decode(host.readBytes(host.resolve(folder, 'katex.min.css')) ?? new Uint8Array());
  const rules = css.replace(FACE, '');
  const used = usedFaces(fontRules(rules), classesIn(html));
  const faces = [...css.matchAll(FACE)].flatMap(([, body = '']) => {
    const file = /url\((fonts\/[^)]+\.woff2)\)/.exec(body)?.[1];
    if (file === undefined || !used.has(faceKey(declaration(body, 'font-family'), body))) return [];
    const bytes = host.readBytes(host.resolve(folder, file)) ?? new Uint8Array();
    const source = `src:url(${box.add(file, bytes)}) format("woff2")`;
    return `@font-face{${body.replace(/src:[^;]*(?=;|$)/, source)}}\n`;
  });
  return faces.join('') + rules;
}

function fontRules(css: string): readonly FontRule[] {
  return [...css.matchAll(RULE)].flatMap(([, selectors = '', body = '']) => {
    const family = declaration(body, 'font-family') || (/font:[^;]*\b(KaTeX_\w+)/.exec(body)?.[1] ?? '');
    const style = declaration(body, 'font-style');
    const weight = declaration(body, 'font-weight');
    if (family === '' && style === '' && weight === '') return [];
    return selectors.split(',').map((selector) => {
      const classes = [...selector.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);
      return { classes, family, style, weight };
    });
  });
}

/** Each family with each weight and style that a rule in use gives it; a rule without a family gives them to all. */
function usedFaces(rules: readonly FontRule[], classes: ReadonlySet<string>): ReadonlySet<string> {
  const used = rules.filter((rule) => rule.classes.every((name) => classes.has(name)));
  const families = new Set(used.map(({ family }) => family).filter((family) => family !== ''));
  return new Set(
    used.flatMap((rule) => {
      const own = rule.family === '' ? [...families] : [rule.family];
      return own.map((family) => `${family} ${rule.style || 'normal'} ${rule.weight || '400'}`);
    }),
  );
}

function faceKey(family: string, body: string): string {
  return `${family} ${declaration(body, 'font-style')} ${declaration(body, 'font-weight')}`;
}

function declaration(body: string, name: string): string {
  return new RegExp(`(?:^|;)${name}:([^;]*)`).exec(body)?.[1] ?? '';
}

function classesIn(html: readonly string[]): ReadonlySet<string> {
  return new Set(
    html.flatMap((text) => [...text.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' '))),
  );
}

const FORMULA = '<span class="katex';
const SPAN = /<(\/?)span\b/g;

/** HTML without the formulas in it, which have fonts of their own: KaTeX makes an element `span` of each. */
export function withoutFormulas(html: string): string {
  let rest = '';
  let done = 0;
  for (let start = html.indexOf(FORMULA); start !== -1; start = html.indexOf(FORMULA, done)) {
    rest += html.slice(done, start);
    done = spanEnd(html, start);
  }
  return rest + html.slice(done);
}

/** Where the `span` ends that begins at a place; the end of the text when it never does. */
function spanEnd(html: string, start: number): number {
  let depth = 0;
  SPAN.lastIndex = start;
  for (let tag = SPAN.exec(html); tag !== null; tag = SPAN.exec(html)) {
    depth += tag[1] === '' ? 1 : -1;
    if (depth === 0) return html.indexOf('>', tag.index) + 1 || html.length;
  }
  return html.length;
}
