import { isRef, type PdfRef, type PdfValue, pdfDict, pdfName, pdfRef, pdfText, textOf } from './syntax.ts';
import type { TagTree } from './tag-tree.ts';

/** What a mark in the language of an element says that it is: see `describePage`. */
const MARKED = { formula: 'Formula', l: 'L', lbl: 'Lbl', lbody: 'LBody' } as const;
const MARK = /^(.*)-x-tag-(\w+)$/;

/**
 * Gives what the page has marked its tag, and its own language back, which stands only where it is another than that
 * around it. Terms and their meanings become the items of a list.
 */
export function readTagMarks(tags: TagTree): void {
  const marked = ['Div', 'Figure', 'NonStruct'].flatMap((role) => tags.byRole().get(role) ?? []);
  for (const id of marked) {
    const mark = MARK.exec(textOf(tags.tag(id).get('Lang')))?.[2] ?? '';
    if (isMark(mark)) tags.change(id, { S: pdfName(MARKED[mark]) });
  }
  for (const id of marked) {
    const lang = MARK.exec(textOf(tags.tag(id).get('Lang')))?.[1];
    if (lang === undefined) continue;
    if (lang === 'und' || lang === languageAbove(tags, id)) tags.strip(id, 'Lang');
    else tags.change(id, { Lang: pdfText(lang) });
  }
  for (const id of marked) if (tags.roleOf(id) === 'L') makeItems(tags, id);
}

function isMark(mark: string): mark is keyof typeof MARKED {
  return Object.hasOwn(MARKED, mark);
}

/** The language around a tag, without a mark; '' where none is named. */
function languageAbove(tags: TagTree, id: number): string {
  for (let at = tags.parentOf(id); at !== tags.root; at = tags.parentOf(at)) {
    const lang = textOf(tags.tag(at).get('Lang'));
    if (lang !== '') return MARK.exec(lang)?.[1] ?? lang;
  }
  return '';
}

/** Makes items of a list of labels and bodies: a label begins one when a body stands before it. */
function makeItems(tags: TagTree, id: number): void {
  const items: PdfValue[][] = [];
  let last = '';
  for (const kid of tags.kidsOf(id)) {
    const role = isRef(kid) ? tags.roleOf(kid.id) : '';
    if (items.length === 0 || (role === 'Lbl' && last !== 'Lbl')) items.push([]);
    items.at(-1)?.push(kid);
    last = role;
  }
  tags.changeKids(
    id,
    items.map((kids) => makeItem(tags, id, kids)),
  );
}

function makeItem(tags: TagTree, list: number, kids: readonly PdfValue[]): PdfRef {
  const item = tags.add(pdfDict({ Type: pdfName('StructElem'), S: pdfName('LI'), P: pdfRef(list), K: kids }));
  tags.adopt(item);
  return item;
}

/** Blocks (ISO 32000-1, 14.8.4.3), which no line of text can hold; a group without any is none. */
const BLOCKS = new Set(
  'Document Part Art Sect BlockQuote Caption P H1 H2 H3 H4 H5 H6 L LI LBody Table TR TH TD Aside'.split(' '),
);
const LINES = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'Span', 'Em', 'Strong', 'Link', 'Lbl', 'Caption']);

/**
 * Makes a passage of each group that stands in a line, or that has a language and nothing but text in it: Chromium
 * makes a block of every group (ISO 14289-1, 7.1: what a tag is called says what it is).
 */
export function nameInline(tags: TagTree): void {
  for (const id of tags.byRole().get('Div') ?? []) {
    if (tags.roleOf(id) !== 'Div' || holdsAny(tags, id, BLOCKS)) continue;
    const isText = tags.tag(id).has('Lang') && !holdsAny(tags, id, new Set(['Figure', 'Formula']));
    if (isText || tags.isWithin(tags.parentOf(id), LINES)) tags.change(id, { S: pdfName('Span') });
  }
}

function holdsAny(tags: TagTree, id: number, roles: ReadonlySet<string>): boolean {
  return tags.kidsOf(id).some((kid) => isRef(kid) && (roles.has(tags.roleOf(kid.id)) || holdsAny(tags, kid.id, roles)));
}
