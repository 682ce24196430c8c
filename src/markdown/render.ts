import { escapeHtml, Html } from '../text/html.ts';
import type { Alignment, Attributes, Block, Code, Figure, Inline, List, ListItem, Table } from './tree.ts';
import { attributeValue } from './tree.ts';

/** What the slide around a tree decides about its HTML. */
export interface RenderContext {
  /** The address in the deck of a picture, as written in the outline. */
  readonly pictureUrl: (src: string) => string;
  /** The step that shows a block or item, from 0; `null` when it is there from the start. */
  readonly stepOf: (node: Block | ListItem) => number | null;
  /** Code as highlighted HTML, or `null` when its language is not known. */
  readonly highlight: (text: string, language: string) => string | null;
}

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
    case 'image':
      return inline.alt;
    case 'line-break':
      return ' ';
    case 'tag':
      return inline.html === '<br>' ? ' ' : '';
    default:
      return inline.children.map(inlineText).join('');
  }
}

function blockHtml(block: Block, context: RenderContext): string {
  const step = stepAttribute(block, context);
  switch (block.kind) {
    case 'heading': {
      const level = Math.min(6, Math.max(3, block.depth));
      return `<h${level}${writtenAttributes(block.attributes)}${step}>${inlinesHtml(block.children, context)}</h${level}>`;
    }
    case 'paragraph': {
      const attributes = writtenAttributes(block.attributes);
      const text = inlinesHtml(block.children, context);
      return block.isTight && step === '' && attributes === '' ? text : `<p${attributes}${step}>${text}</p>`;
    }
    case 'list':
      return listHtml(block, context, step);
    case 'quotation':
      return `<blockquote${step}>${blocksHtml(block.blocks, context)}</blockquote>`;
    case 'code':
      return codeHtml(block, context, step);
    case 'table':
      return tableHtml(block, context, step);
    case 'figure':
      return figureHtml(block, context, step);
    case 'division':
      return `<div${writtenAttributes(block.attributes)}${step}>${blocksHtml(block.blocks, context)}</div>`;
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
  return step === null ? '' : ` data-step="${step}"`;
}

/** What an attribute list says as HTML attributes: the id, the classes but those of steps, the language. */
function writtenAttributes(attributes: Attributes): string {
  if (attributes.length === 0) return '';
  const id = attributes.find(({ kind }) => kind === 'id')?.name ?? '';
  const classes = attributes.filter(({ kind, name }) => kind === 'class' && name !== 'step').map(({ name }) => name);
  const written = { id, class: classes.join(' '), lang: attributeValue(attributes, 'lang') };
  return Object.entries(written)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('');
}

function idAttribute(attributes: Attributes): string {
  const id = attributes.find(({ kind }) => kind === 'id')?.name;
  return id === undefined ? '' : ` id="${escapeHtml(id)}"`;
}

function listHtml(list: List, context: RenderContext, step: string): string {
  const name = list.isOrdered ? 'ol' : 'ul';
  const start = list.isOrdered && list.start !== 1 ? ` start="${list.start}"` : '';
  const items = list.items.map((item) => {
    const attributes = writtenAttributes(item.attributes) + stepAttribute(item, context);
    return `<li${attributes}>${blocksHtml(item.blocks, context)}</li>`;
  });
  return `<${name}${start}${step}>${items.join('')}</${name}>`;
}

function codeHtml(code: Code, context: RenderContext, step: string): string {
  const highlighted = code.language === '' ? null : context.highlight(code.text, code.language);
  const language = code.language === '' ? '' : ` language-${escapeHtml(code.language)}`;
  return `<pre${idAttribute(code.attributes)}${step}><code class="hljs${language}">${highlighted ?? escapeHtml(code.text)}</code></pre>`;
}

function tableHtml(table: Table, context: RenderContext, step: string): string {
  const cell = (name: string, scope: string, inlines: readonly Inline[], alignment: Alignment): string => {
    const aligned = alignment === null ? '' : ` class="align-${alignment}"`;
    return `<${name}${scope}${aligned}>${inlinesHtml(inlines, context)}</${name}>`;
  };
  const row = (name: string, scope: string, cells: readonly (readonly Inline[])[]): string =>
    `<tr>${cells.map((inlines, index) => cell(name, scope, inlines, table.alignments[index] ?? null)).join('')}</tr>`;
  const head = `<thead>${row('th', ' scope="col"', table.header)}</thead>`;
  const rows = table.rows.map((cells) => row('td', '', cells)).join('');
  return `<table${step}>${head}<tbody>${rows}</tbody></table>`;
}

function figureHtml(figure: Figure, context: RenderContext, step: string): string {
  const { title } = figure.image;
  const caption = title === '' ? '' : `<figcaption>${escapeHtml(title)}</figcaption>`;
  return `<figure class="picture" role="group"${idAttribute(figure.attributes)}${step}>${inlineHtml(figure.image, context)}${caption}</figure>`;
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
    case 'line-break':
      return '<br>';
    case 'tag':
      return inline.html;
    case 'image':
      return `<img src="${escapeHtml(context.pictureUrl(inline.src))}" alt="${escapeHtml(inline.alt)}">`;
    case 'link': {
      const title = inline.title === '' ? '' : ` title="${escapeHtml(inline.title)}"`;
      return `<a href="${escapeHtml(inline.href)}"${title}>${inlinesHtml(inline.children, context)}</a>`;
    }
    case 'passage': {
      return `<span${writtenAttributes(inline.attributes)}>${inlinesHtml(inline.children, context)}</span>`;
    }
  }
}
