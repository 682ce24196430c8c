import { changeOfDirection } from '../text/direction.ts';
import { escapeHtml, Html } from '../text/html.ts';
import { renderCode } from './render-code.ts';
import { renderComparison } from './render-comparison.ts';
import type { RenderContext } from './render-context.ts';
import { renderImageMap } from './render-image-map.ts';
import { renderInteractive } from './render-interactive.ts';
import { PLAYING, renderMedia } from './render-media.ts';
import { renderTable } from './render-table.ts';
import type {
  Alert,
  Attributes,
  Block,
  DefinitionList,
  Diagram,
  Division,
  Figure,
  Footnote,
  HtmlAttribute,
  Image,
  Inline,
  List,
  ListItem,
  MathBlock,
  Media,
} from './tree.ts';
import { attributeOf, attributeValue, hasClass } from './tree.ts';

/** Blocks as HTML; '' when there are none, so that a template's `if` sees it. */
export function renderBlocks(blocks: readonly Block[], context: RenderContext): Html | '' {
  const html = blocksHtml(blocks, context);
  return html === '' ? '' : new Html(html);
}

/** Inlines as HTML without an element around them; '' when there are none. */
export function renderInlines(inlines: readonly Inline[], context: RenderContext): Html | '' {
  const html = inlinesHtml(inlines, context).trim();
  return html === '' ? '' : new Html(html);
}

/** Inlines as plain text, white space folded: for titles, bookmarks and ids. */
export function plainText(inlines: readonly Inline[]): string {
  const [first] = inlines;
  const text = inlines.length === 1 && first ? inlineText(first) : inlines.map(inlineText).join('');
  return text.replace(/\s+/g, ' ').trim();
}

function inlineText(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
    case 'inline-code':
      return inline.text;
    case 'math':
      return inline.tex;
    case 'image':
      return inline.alt;
    case 'line-break':
      return ' ';
    case 'trusted-html':
      return '';
    case 'footnote-mark':
      return inline.footnote.blocks.length > 0 ? '' : `[^${inline.footnote.name}]`;
    default:
      return inline.children.map(inlineText).join('');
  }
}

function blockHtml(block: Block, context: RenderContext): string {
  const step = stepAttribute(block, context);
  switch (block.kind) {
    case 'heading': {
      const level = Math.min(6, Math.max(3, block.depth));
      return `<h${level}${writtenAttributes(block.attributes, context)}${step}>${inlinesHtml(block.children, context)}</h${level}>`;
    }
    case 'paragraph': {
      const attributes = writtenAttributes(block.attributes, context);
      const text = inlinesHtml(block.children, context);
      return block.isTight && step === '' && attributes === '' ? text : `<p${attributes}${step}>${text}</p>`;
    }
    case 'list':
      return listHtml(block, context, step);
    case 'quotation':
      return `<blockquote${step}>${blocksHtml(block.blocks, context)}</blockquote>`;
    case 'alert':
      return alertHtml(block, context, step);
    case 'definition-list':
      return definitionsHtml(block, context, step);
    case 'code':
      return renderCode(block, writtenAttributes(block.attributes, context, 'numbers') + step, context);
    case 'math-block':
      return mathHtml(block, context, step);
    case 'diagram':
      return diagramHtml(block, context, step);
    case 'table':
      return renderTable(block, writtenAttributes(block.attributes, context) + step, (inlines) =>
        inlinesHtml(inlines, context),
      );
    case 'figure':
      return figureHtml(block, context, step);
    case 'media':
      return renderMedia(block, writtenAttributes(ownAttributes(block), context) + step, captionHtml(block), context);
    case 'division': {
      const chart = context.chart(block);
      if (chart !== null) return chartHtml(block, chart, context, step);
      if (hasClass(block.attributes, 'before-after')) return comparisonHtml(block, context, step);
      if (hasClass(block.attributes, 'image-map')) return mapHtml(block, context, step);
      const attributes = writtenAttributes(block.attributes, context) + step;
      const parts = { attributes, blocks: (inner: readonly Block[]) => blocksHtml(inner, context) };
      return renderInteractive(block, parts, context) ?? `<div${attributes}>${blocksHtml(block.blocks, context)}</div>`;
    }
    case 'element-block': {
      const { name, attributes, html, blocks } = block;
      const kind = name === 'details' ? ' data-details' : '';
      const written = writtenAttributes(attributes, context) + htmlAttributes(html) + kind + step;
      return `<${name}${written}>${blocksHtml(blocks, context)}</${name}>`;
    }
    case 'trusted-html':
      return block.html;
    case 'ruler':
      return '<hr>';
    case 'pause':
    case 'attribute-line':
      return '';
  }
}

function blocksHtml(blocks: readonly Block[], context: RenderContext): string {
  let html = '';
  for (const block of blocks) html += blockHtml(block, context);
  return html;
}

function stepAttribute(node: Block | ListItem, context: RenderContext): string {
  const step = context.stepOf(node);
  return step === '' ? '' : ` data-step="${step}"`;
}

/** Classes that say when something shows, or how it behaves. */
const STEP_CLASSES = ['step', 'steps', 'zoom'];

/** What an attribute list says as HTML attributes: the id, the classes that are not `taken`, the language and its direction. */
function writtenAttributes(attributes: Attributes, context: RenderContext, ...taken: readonly string[]): string {
  if (attributes.length === 0) return '';
  const id = attributes.find(({ kind }) => kind === 'id')?.name ?? '';
  const hidden = [...STEP_CLASSES, ...taken];
  const classes = attributes.filter(({ kind, name }) => kind === 'class' && !hidden.includes(name));
  const lang = attributeValue(attributes, 'lang');
  const dir = attributeOf(attributes, 'dir')?.value ?? changeOfDirection(lang, context.direction);
  const same = attributeValue(attributes, 'data-id');
  const written = { id, class: classes.map(({ name }) => name).join(' '), lang, dir, 'data-id': same };
  return Object.entries(written)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('');
}

function htmlAttributes(html: readonly HtmlAttribute[]): string {
  return html.map(({ name, value }) => ` ${name}="${escapeHtml(value)}"`).join('');
}

function mathHtml({ tex, attributes, span }: MathBlock, context: RenderContext, step: string): string {
  const formula: Attributes = [{ kind: 'class', name: 'formula', value: '', span }, ...attributes];
  return `<div${writtenAttributes(formula, context)}${step}>${formulaHtml(tex, true, context)}</div>`;
}

function formulaHtml(tex: string, isDisplay: boolean, context: RenderContext): string {
  return context.math(tex, isDisplay) ?? `<code>${escapeHtml(tex)}</code>`;
}

/** A diagram in its figure: one picture for who cannot see it, not a heap of words. */
function diagramHtml(diagram: Diagram, context: RenderContext, step: string): string {
  const drawn = context.diagram(diagram);
  if (drawn === null) return `<pre${step}><code>${escapeHtml(diagram.text)}</code></pre>`;
  const { attributes, span } = diagram;
  const named: Attributes = [{ kind: 'class', name: 'diagram', value: '', span }, ...attributes];
  const label = ` role="img" aria-label="${escapeHtml(drawn.description)}" style="--natural-height: ${drawn.heightPx}px"`;
  return `<figure${writtenAttributes(named, context)}${label}${step}>${drawn.svg}</figure>`;
}

/** A chart in its figure; what its division holds beside the data stands under it. */
function chartHtml(division: Division, chart: string, context: RenderContext, step: string): string {
  const figure = `<figure${writtenAttributes(division.attributes, context)} role="group"${step}>${chart}</figure>`;
  const data = division.blocks.find((block) => block.kind === 'table');
  const others =
    attributeValue(division.attributes, 'src') === ''
      ? division.blocks.filter((block) => block !== data)
      : division.blocks;
  // Without another title the chart has it.
  const caption = data && attributeValue(division.attributes, 'title') !== '' ? inlinesHtml(data.caption, context) : '';
  return `${figure}${caption === '' ? '' : `<p>${caption}</p>`}${blocksHtml(others, context)}`;
}

function comparisonHtml(division: Division, context: RenderContext, step: string): string {
  const pictures = division.blocks.filter((block) => block.kind === 'figure');
  const attributes = writtenAttributes(division.attributes, context) + step;
  return renderComparison(pictures, attributes, (image) => imageHtml(image, '', context));
}

function mapHtml(division: Division, context: RenderContext, step: string): string {
  const attributes = writtenAttributes(division.attributes, context) + step;
  return renderImageMap(division, attributes, {
    picture: (image) => imageHtml(image, '', context),
    caption: captionHtml,
    name: (blocks) => blocksHtml(tight(blocks, context), context),
    note: (blocks) => blocksHtml(blocks, context),
    step: (item) => stepAttribute(item, context),
  });
}

function listHtml(list: List, context: RenderContext, step: string): string {
  const name = list.isOrdered ? 'ol' : 'ul';
  const start = list.isOrdered && list.start !== 1 ? ` start="${list.start}"` : '';
  const tasks = list.items.some(({ isDone }) => isDone !== null) ? ' class="tasks"' : '';
  const items = list.items.map((item) => {
    const attributes = writtenAttributes(item.attributes, context) + stepAttribute(item, context);
    return `<li${attributes}>${taskHtml(item, context)}${blocksHtml(item.blocks, context)}</li>`;
  });
  return `<${name}${start}${tasks}${step}>${items.join('')}</${name}>`;
}

/** A box of a list of tasks. It is no control: nobody ticks it in a talk. */
function taskHtml({ isDone }: ListItem, { words }: RenderContext): string {
  if (isDone === null) return '';
  const name = isDone ? words.done : words.open;
  return `<span class="task${isDone ? ' is-done' : ''}" role="img" aria-label="${escapeHtml(name)}"></span>`;
}

function alertHtml(alert: Alert, context: RenderContext, step: string): string {
  const { type, title, attributes, blocks, span } = alert;
  const isNamed = title.length > 0;
  const name = isNamed ? inlinesHtml(title, context) : escapeHtml(context.words.alerts[type]);
  const kind: Attributes = [{ kind: 'class', name: `alert alert-${type}`, value: '', span }, ...attributes];
  return `<div${writtenAttributes(kind, context)} role="note"${step}><p class="alert-title"${isNamed ? '' : ' data-label'}>${name}</p>${blocksHtml(blocks, context)}</div>`;
}

/**
 * What stands in an item of a list, for an element of its own, without its step: in boxes with the attributes of the
 * item, and with those that it has from what is around its list.
 */
export function renderItem(item: ListItem, around: Attributes, context: RenderContext): Html | '' {
  let html = taskHtml(item, context) + blocksHtml(tight(item.blocks, context), context);
  for (const attributes of [item.attributes, around]) {
    const written = writtenAttributes(attributes, context);
    if (written !== '') html = `<div${written}>${html}</div>`;
  }
  return html === '' ? '' : new Html(html);
}

/** Blocks as the text of an element of their own: a single paragraph stands in it without another one. */
export function renderTight(blocks: readonly Block[], context: RenderContext): Html | '' {
  return renderBlocks(tight(blocks, context), context);
}

function definitionsHtml({ entries }: DefinitionList, context: RenderContext, step: string): string {
  const html = entries.map(({ term, meanings }) => {
    const described = meanings.map((blocks) => `<dd>${blocksHtml(tight(blocks, context), context)}</dd>`);
    return `<dt>${inlinesHtml(term, context)}</dt>${described.join('')}`;
  });
  return `<dl${step}>${html.join('')}</dl>`;
}

/** A paragraph that waits for a click stays one: it needs an element that can. */
function tight(blocks: readonly Block[], context: RenderContext): readonly Block[] {
  const [only] = blocks;
  const isAlone = only?.kind === 'paragraph' && blocks.length === 1 && context.stepOf(only) === '';
  return isAlone ? [{ ...only, isTight: true }] : blocks;
}

function figureHtml(figure: Figure, context: RenderContext, step: string): string {
  const attributes = writtenAttributes(figure.attributes, context);
  const names = attributes.includes(' class="')
    ? attributes.replace(' class="', ' class="picture ')
    : ` class="picture"${attributes}`;
  const width = attributeValue(figure.attributes, 'width');
  const style = width === '' ? '' : ` style="width: ${escapeHtml(width)}"`;
  const zoom = hasClass(figure.attributes, 'zoom') ? ' data-zoom' : '';
  return `<figure${names} role="group"${style}${zoom}${step}>${imageHtml(figure.image, '', context)}${captionHtml(figure)}</figure>`;
}

/** The attributes of a video or sound that are not about how it plays. */
function ownAttributes({ attributes }: Media): Attributes {
  return attributes.filter(({ kind, name }) => (kind === 'pair' ? name !== 'lang' : !PLAYING.includes(name)));
}

/** Caption and credit of a picture, as one `figcaption`; '' where it has neither. */
function captionHtml(figure: Figure | Media): string {
  const html = renderCaption(figure);
  return html === '' ? '' : `<figcaption>${html}</figcaption>`;
}

/** What is written under a picture: its caption, then whose it is; '' where it says neither. */
export function renderCaption({ image, attributes }: Figure | Media): Html | '' {
  const credit = attributeValue(attributes, 'credit');
  const parts = [escapeHtml(image.title), credit === '' ? '' : `<span class="credit">${escapeHtml(credit)}</span>`];
  const html = parts.filter((part) => part !== '').join(' ');
  return html === '' ? '' : new Html(html);
}

function inlinesHtml(inlines: readonly Inline[], context: RenderContext): string {
  let html = '';
  for (const inline of inlines) html += inlineHtml(inline, context);
  return html;
}

function inlineHtml(inline: Inline, context: RenderContext): string {
  switch (inline.kind) {
    case 'text':
      return escapeHtml(inline.text);
    case 'emphasis':
      return `<em>${inlinesHtml(inline.children, context)}</em>`;
    case 'strong':
      return `<strong>${inlinesHtml(inline.children, context)}</strong>`;
    case 'deleted':
      return `<del>${inlinesHtml(inline.children, context)}</del>`;
    case 'inline-code':
      return `<code>${escapeHtml(inline.text)}</code>`;
    case 'math':
      return formulaHtml(inline.tex, inline.isDisplay, context);
    case 'line-break':
      return '<br>';
    case 'trusted-html':
      return inline.html;
    case 'element': {
      const opening = `<${inline.name}${writtenAttributes(inline.attributes, context)}${htmlAttributes(inline.html)}>`;
      return inline.name === 'wbr' ? opening : `${opening}${inlinesHtml(inline.children, context)}</${inline.name}>`;
    }
    case 'footnote-mark':
      return markHtml(inline.footnote, context);
    case 'image':
      return imageHtml(inline, inline.title, context);
    case 'link': {
      const title = inline.title === '' ? '' : ` title="${escapeHtml(inline.title)}"`;
      return `<a href="${escapeHtml(inline.href)}"${title}>${inlinesHtml(inline.children, context)}</a>`;
    }
    case 'passage': {
      const kind = hasClass(inline.attributes, 'count-up') ? ' data-count-up' : '';
      return `<span${writtenAttributes(inline.attributes, context)}${kind}>${inlinesHtml(inline.children, context)}</span>`;
    }
  }
}

/** A picture. In a line its caption is a title: only a figure has room for one. */
function imageHtml({ src, alt }: Image, title: string, context: RenderContext): string {
  const said = title === '' ? '' : ` title="${escapeHtml(title)}"`;
  return `<img src="${escapeHtml(context.pictureUrl(src))}" alt="${escapeHtml(alt)}"${said}>`;
}

function markHtml(footnote: Footnote, context: RenderContext): string {
  const place = context.footnoteOf(footnote);
  if (place === null) return escapeHtml(`[^${footnote.name}]`);
  return `<sup class="footnote-mark" data-label><a href="#${escapeHtml(place.id)}" role="doc-noteref">${place.number}</a></sup>`;
}
