import type { ElementContent, Properties } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { type Schema, sanitize } from 'hast-util-sanitize';
import type { HtmlAttribute } from './tree.ts';

/** The attributes of an opening tag: those that may stay, safe as they are, and the names of the others. */
export interface ReadTag {
  readonly attributes: readonly HtmlAttribute[];
  readonly removed: readonly string[];
}

/** By hast's names. Addresses are judged where links and pictures are, and classes as those in braces. */
const SCHEMA: Schema = {
  tagNames: null,
  ancestors: {},
  clobber: [],
  protocols: {},
  required: {},
  attributes: {
    '*': ['className', 'lang', ['dir', 'ltr', 'rtl'], 'title'],
    a: ['href'],
    data: ['value'],
    del: ['dateTime'],
    details: ['open'],
    img: ['src', 'alt'],
    ins: ['dateTime'],
    li: ['value'],
    ol: ['start', 'reversed', ['type', '1', 'a', 'A', 'i', 'I']],
    td: ['colSpan', 'rowSpan'],
    th: ['colSpan', 'rowSpan', ['scope', 'col', 'row', 'colgroup', 'rowgroup']],
    time: ['dateTime'],
  },
};
const NAMES: Readonly<Record<string, string>> = { className: 'class' };
/** Of rows or columns that one cell takes; a browser takes time for each. */
const WIDEST_SPAN = 100;

/** Reads one opening tag as the HTML standard has it, and keeps of its attributes those on the list. */
export function readTag(raw: string): ReadTag {
  const [written] = fromHtml(raw, { fragment: true }).children;
  const kept = sanitize(written ?? { type: 'root', children: [] }, SCHEMA);
  const properties = propertiesOf(kept as ElementContent);
  const names = Object.keys(properties).filter((name) => isInBounds(name, properties[name]));
  const removed = Object.keys(propertiesOf(written as ElementContent)).filter((name) => !names.includes(name));
  return {
    attributes: names.map((name) => ({ name: attributeName(name), value: writtenValue(properties[name]) })),
    removed: removed.map(attributeName),
  };
}

function propertiesOf(node: ElementContent | undefined): Properties {
  return node?.type === 'element' ? node.properties : {};
}

function isInBounds(name: string, value: Properties[string]): boolean {
  return !/^(?:col|row)Span$/.test(name) || (Number(value) >= 1 && Number(value) <= WIDEST_SPAN);
}

function writtenValue(value: Properties[string]): string {
  if (Array.isArray(value)) return value.join(' ');
  return value === true ? '' : String(value ?? '');
}

/** As written in HTML: hast has names without dashes. */
function attributeName(property: string): string {
  const dashed = /^(?:data|aria)[A-Z]/.test(property) ? property.replace(/[A-Z]/g, '-$&') : property;
  return (NAMES[property] ?? dashed).toLowerCase();
}
