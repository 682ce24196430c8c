import type { PdfFile } from './file.ts';
import {
  isDict,
  isList,
  isRef,
  nameOf,
  type PdfDict,
  type PdfRef,
  type PdfValue,
  pdfName,
  pdfText,
  textOf,
} from './syntax.ts';

/** The pages of a file, in order. */
export function pagesOf(file: PdfFile): readonly PdfRef[] {
  const root = file.dict(file.root).get('Pages');
  return isRef(root) ? leavesOf(file, root) : [];
}

function leavesOf(file: PdfFile, node: PdfRef): readonly PdfRef[] {
  const kids = file.resolve(file.dict(node.id).get('Kids'));
  return isList(kids) ? kids.filter(isRef).flatMap((kid) => leavesOf(file, kid)) : [node];
}

/** A slide as links to it are called. */
export interface SlideName {
  readonly id: string;
  readonly name: string;
}

/**
 * On each page the Tab key follows the tags, and each link says where it leads: to a slide by its id, else to what its
 * page is called: see `describeLink`.
 */
export function finishPages(
  file: PdfFile,
  pages: readonly PdfRef[],
  pageNames: readonly string[],
  slides: readonly SlideName[],
): void {
  const slideNames = new Map(slides.map(({ id, name }) => [id, name]));
  const dests = file.resolve(file.dict(file.root).get('Dests'));
  const numbers = new Map(pages.map(({ id }, index) => [id, index]));
  const nameOfTarget = (target: PdfValue | undefined): string => {
    const name = nameOf(target);
    const slide = slideNames.get(name);
    if (slide !== undefined) return slide;
    const place = name !== '' && isDict(dests) ? file.resolve(dests.get(name)) : target;
    const page = isList(place) ? place[0] : undefined;
    return isRef(page) ? (pageNames[numbers.get(page.id) ?? -1] ?? '') : '';
  };
  for (const page of pages) {
    const dict = file.dict(page.id);
    file.set(page.id, new Map([...dict, ['Tabs', pdfName('S')]]));
    for (const link of linksOf(file, page)) describeLink(file, link, nameOfTarget);
  }
}

/** A link of a page. */
export interface LinkAnnotation {
  readonly id: number;
  readonly dict: PdfDict;
}

/** The links of a page (ISO 32000-1, 12.5.6.5). */
export function linksOf(file: PdfFile, page: PdfRef): readonly LinkAnnotation[] {
  const annotations = file.resolve(file.dict(page.id).get('Annots'));
  return (isList(annotations) ? annotations.filter(isRef) : [])
    .map(({ id }) => ({ id, dict: file.dict(id) }))
    .filter(({ dict }) => nameOf(dict.get('Subtype')) === 'Link');
}

/** A link's description, which PDF/UA asks for: the address it leads to, or the name of the page. */
function describeLink(
  file: PdfFile,
  { id, dict }: LinkAnnotation,
  nameOfTarget: (target: PdfValue | undefined) => string,
): void {
  if (dict.has('Contents')) return;
  const text = addressOf(file, dict) || nameOfTarget(dict.get('Dest'));
  if (text !== '') file.set(id, new Map([...dict, ['Contents', pdfText(text)]]));
}

function addressOf(file: PdfFile, link: PdfDict): string {
  const action = file.resolve(link.get('A'));
  return isDict(action) ? textOf(action.get('URI')) : '';
}
