import { nameInline, readTagMarks } from './languages.ts';
import { linksOf } from './pages.ts';
import { isRef, type PdfRef, pdfDict, pdfName, pdfRef } from './syntax.ts';
import type { TagTree } from './tag-tree.ts';

/** What a list item is made of. */
const PARTS = new Set(['Lbl', 'LBody']);

/** Writes tags as PDF/UA wants them where Chromium has them otherwise. */
export function repairTags(tags: TagTree, pages: readonly PdfRef[]): void {
  readTagMarks(tags);
  nameInline(tags);
  tagLinks(tags, pages);
  nestHeadings(tags);
  for (const id of tags.byRole().get('LI') ?? []) giveBody(tags, id);
  for (const id of tags.byRole().get('Figure') ?? []) {
    if (!tags.tag(id).has('Alt') && holdsRole(tags, id, 'Figure')) tags.change(id, { S: pdfName('Div') });
  }
}

/** What a link's annotation stands in is a link (ISO 14289-1, 7.18.5), whatever role it has on the page. */
function tagLinks(tags: TagTree, pages: readonly PdfRef[]): void {
  for (const page of pages) {
    for (const { dict } of linksOf(tags.file, page)) {
      const owner = tags.ownerOfLink(dict.get('StructParent'));
      if (owner && tags.roleOf(owner.id) !== 'Link') tags.change(owner.id, { S: pdfName('Link') });
    }
  }
}

/**
 * Gives headings levels that start at the first and leave none out (ISO 14289-1, 7.4.2). What stood below another
 * heading stands below it still.
 */
function nestHeadings(tags: TagTree): void {
  const above: number[] = [];
  for (const id of tags.headings()) {
    const level = Number(tags.roleOf(id).slice(1));
    while ((above.at(-1) ?? 0) >= level) above.pop();
    above.push(level);
    if (above.length !== level) tags.change(id, { S: pdfName(`H${above.length}`) });
  }
}

/**
 * Gives a list item a body, which holds all but its sign (ISO 32000-1, 14.8.4.3.3). What is a group without a meaning
 * already becomes the body itself.
 */
function giveBody(tags: TagTree, id: number): void {
  const kids = tags.kidsOf(id);
  const inside = kids.filter((kid) => !isRef(kid) || !PARTS.has(tags.roleOf(kid.id)));
  const [first, second] = inside;
  if (first === undefined) return;
  if (second === undefined && isRef(first) && tags.roleOf(first.id) === 'NonStruct') {
    tags.change(first.id, { S: pdfName('LBody') });
    return;
  }
  const page = tags.tag(id).get('Pg');
  const body = tags.add(
    pdfDict({ Type: pdfName('StructElem'), S: pdfName('LBody'), P: pdfRef(id), ...(page ? { Pg: page } : {}) }),
  );
  tags.changeKids(id, [...kids.filter((kid) => !inside.includes(kid)), body]);
  tags.changeKids(body.id, inside);
  tags.adopt(body);
}

function holdsRole(tags: TagTree, id: number, role: string): boolean {
  return tags.kidsOf(id).some((kid) => isRef(kid) && (tags.roleOf(kid.id) === role || holdsRole(tags, kid.id, role)));
}
