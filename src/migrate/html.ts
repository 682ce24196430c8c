import { carriedOtherwise, notCarried } from './findings.ts';
import { isFragmentClass } from './fragments.ts';
import { htmlValue, readHtmlAttributes } from './html-attributes.ts';
import { findOutsideCode } from './mask.ts';
import { type Edit, editTraced, originAt, sliceTraced, type TracedText } from './traced.ts';
import type { ForeignAttribute, Migration } from './types.ts';

const NOTES = /<aside\b[^<>]*\bclass\s*=\s*["']?[^"'<>]*\bnotes\b[^<>]*>([\s\S]*?)<\/aside\s*>/gi;
const ANCHOR = /<a\b([^<>]*)>([^<\n]+)<\/a\s*>/gi;
const PICTURE = /<img\b([^<>]*?)\/?>/gi;
const FRAGMENT =
  /<([a-z][a-z0-9]*)\b([^<>]*\bclass\s*=\s*(?:"[^"<>]*\bfragment\b[^"<>]*"|'[^'<>]*\bfragment\b[^'<>]*')[^<>]*)>/gi;

/** An element with all that is in it. */
function paired(name: string): RegExp {
  return new RegExp(`<(${name})\\b([^<>]*)>([\\s\\S]*?)<\\/${name}\\s*>`, 'gi');
}

/** The opening tag of an element that may have no other. */
function lone(name: string): RegExp {
  return new RegExp(`<(${name})\\b([^<>]*)>()`, 'gi');
}

/** The notes that a slide has as HTML, and the slide without them. */
export function takeHtmlNotes(traced: TracedText): {
  readonly text: TracedText;
  readonly notes: readonly TracedText[];
} {
  const matches = findOutsideCode(traced.text, NOTES, '</aside');
  const notes = matches.map((match) => {
    const inner = match[0].indexOf('>') + 1;
    return sliceTraced(traced, match.index + inner, match.index + match[0].lastIndexOf('</'));
  });
  return {
    text: editTraced(
      traced,
      matches.map((match) => replaced(match, '')),
    ),
    notes,
  };
}

/**
 * HTML of a slide in Markdown where there is some for it: pictures, links, drawings as files, addresses of what a slide
 * cannot hold. All else stays, to be judged as HTML of an outline is. Findings: `not-carried`, `carried-otherwise`.
 */
export function carryHtml(traced: TracedText, migration: Migration): TracedText {
  if (!traced.text.includes('<')) return traced;
  return PASSES.reduce((text, [pattern, carry, end]) => {
    const edits = findOutsideCode(text.text, pattern, end).map((match): Edit => {
      // What is masked in the match is whole in the text.
      const whole = text.text.slice(match.index, match.index + match[0].length);
      return replaced(match, carry(whole, match, originAt(text, match.index), migration));
    });
    return editTraced(text, edits);
  }, traced);
}

type Origin = ForeignAttribute['origin'];
type Carry = (whole: string, match: RegExpExecArray, origin: Origin, migration: Migration) => string;
/** What is looked for, what becomes of it, and the tag without which it is not there. */
type Pass = readonly [RegExp, Carry, string];

function replaced(match: RegExpExecArray, text: string): Edit {
  return { start: match.index, end: match.index + match[0].length, text };
}

const unseen: Carry = (_whole, match, origin, { findings }) => {
  const isStyle = match[1]?.toLowerCase() === 'style';
  const hint = isStyle ? 'the looks of a talk are in the CSS of its theme' : 'a deck runs no scripts but its own';
  findings.push(notCarried(origin, isStyle ? 'this CSS' : 'this script', hint));
  return '';
};

const drawing: Carry = (whole, _match, _origin, { addPicture }) => {
  const title = /<title\b[^>]*>([^<]*)<\/title>/i.exec(whole)?.[1]?.trim() ?? '';
  const namespace = 'xmlns="http://www.w3.org/2000/svg"';
  const svg = whole.includes('xmlns=') ? whole : whole.replace(/<svg\b/i, `<svg ${namespace}`);
  return `![${title}](${addPicture('drawing', 'svg', svg)})`;
};

/** Videos, sounds and frames: a link to their address, and the words for who cannot see them. */
const media: Carry = (_whole, match, origin, { findings }) => {
  const [, name = '', tag = '', inside = ''] = match;
  const attributes = readHtmlAttributes(tag, origin);
  const source = /<source\b([^>]*)>/i.exec(inside)?.[1] ?? '';
  const address =
    htmlValue(attributes, 'src') ||
    htmlValue(attributes, 'data-src') ||
    htmlValue(attributes, 'data') ||
    htmlValue(readHtmlAttributes(source, origin), 'src');
  const words = inside
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  findings.push(carriedOtherwise(origin, `the <${name.toLowerCase()}>`, 'is its address in the talk'));
  const link =
    address === ''
      ? ''
      : /^https?:/.test(address)
        ? `<${address.replace(/[<>\s]/g, encodeURIComponent)}>`
        : codeOf(address);
  return [words, link].filter((part) => part !== '').join(' ');
};

const anchor: Carry = (whole, match, origin) => {
  const attributes = readHtmlAttributes(match[1] ?? '', origin);
  const href = htmlValue(attributes, 'href');
  return href === '' ? whole : `[${whole.replace(/<[^>]*>/g, '')}](${destination(href)})`;
};

const picture: Carry = (whole, match, origin, { findings }) => {
  const attributes = readHtmlAttributes(match[1] ?? '', origin);
  const src = htmlValue(attributes, 'src') || htmlValue(attributes, 'data-src');
  if (src === '') return whole;
  const kept = ['src', 'data-src', 'alt', 'title'];
  for (const { name, value } of attributes) {
    if (!kept.includes(name)) findings.push(notCarried(origin, `${name}="${value}" of a picture`));
  }
  const title = htmlValue(attributes, 'title');
  return `![${escapeBrackets(htmlValue(attributes, 'alt'))}](${destination(src)}${title === '' ? '' : ` "${title.replaceAll('"', "'")}"`})`;
};

/** `class="fragment"` as `class="step"`, where that is one: on what stands on lines of its own. */
const fragment: Carry = (_whole, match, origin, { findings }) => {
  const attributes = readHtmlAttributes(match[2] ?? '', origin);
  const classes = htmlValue(attributes, 'class').split(/\s+/);
  const isInline = /^(?:span|em|strong|b|i|a|mark|code|small|u|s|sub|sup)$/i.test(match[1] ?? '');
  if (isInline) findings.push(notCarried(origin, 'a step of a few words', 'give the whole paragraph {.step}'));
  const kept = classes.filter((name) => !isFragmentClass(name));
  const names = isInline ? kept : ['step', ...kept];
  if (
    classes.some((name) => name !== 'fragment' && isFragmentClass(name)) ||
    htmlValue(attributes, 'data-fragment-index') !== ''
  ) {
    findings.push(carriedOtherwise(origin, 'this fragment', 'comes in the order of the text'));
  }
  const others = attributes.filter(({ name }) => name !== 'class' && name !== 'data-fragment-index');
  const written = [
    ...(names.length > 0 ? [`class="${names.join(' ')}"`] : []),
    ...others.map(({ name, value }) => `${name}="${value.replaceAll('"', '&quot;')}"`),
  ];
  return `<${[match[1], ...written].join(' ')}>`;
};

/** An address as Markdown takes it. */
export function destination(href: string): string {
  return /[\s()<>]/.test(href) ? `<${href.replace(/[<>\n]/g, encodeURIComponent)}>` : href;
}

/** Text between backticks, whatever it holds. */
export function codeOf(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `\`${text}\`` : `${fence} ${text} ${fence}`;
}

function escapeBrackets(text: string): string {
  return text.replace(/[[\]\\]/g, '\\$&').replace(/\s+/g, ' ');
}

const MEDIA = ['iframe', 'video', 'audio', 'object', 'embed'];
/** In this order: what is in a drawing or a video is none of the others. */
const PASSES: readonly Pass[] = [
  ...['style', 'script'].map((name): Pass => [paired(name), unseen, `</${name}`]),
  [paired('svg'), drawing, '</svg'],
  ...MEDIA.map((name): Pass => [paired(name), media, `</${name}`]),
  ...MEDIA.map((name): Pass => [lone(name), media, '']),
  [ANCHOR, anchor, '</a'],
  [PICTURE, picture, ''],
  [FRAGMENT, fragment, ''],
];
