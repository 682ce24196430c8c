import { readFileSync } from 'node:fs';
import { getDocument, OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF as a reader's program sees it. */
export interface PdfReport {
  readonly pages: readonly PdfPage[];
  readonly bookmarks: readonly PdfBookmark[];
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly isTagged: boolean;
  /** What readers call the pages, in order. */
  readonly labels: readonly string[];
}
export interface PdfPage {
  readonly widthPt: number;
  readonly heightPt: number;
  /** All text, in the order of the tags, and text without a tag, such as page numbers. */
  readonly text: string;
  readonly tags: readonly PdfTag[];
  readonly links: readonly PdfLink[];
  readonly fonts: readonly PdfFont[];
}
/** A tag of the structure tree, with all inside it. */
export interface PdfTag {
  readonly role: string;
  readonly alt: string;
  /** Its language where it names one of its own, else ''. */
  readonly lang: string;
  /** The text of the tag and those inside it. */
  readonly text: string;
  readonly children: readonly PdfTag[];
}
export interface PdfLink {
  /** The web address; '' for a link inside the PDF. */
  readonly url: string;
  /** The page a link inside leads to, from 1; 0 when it leads nowhere. */
  readonly page: number;
  readonly description: string;
}
export interface PdfFont {
  readonly name: string;
  readonly isEmbedded: boolean;
}
export interface PdfBookmark {
  readonly title: string;
  readonly page: number;
  readonly children: readonly PdfBookmark[];
}

interface StructureNode {
  readonly role: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly children: readonly (StructureNode | { readonly type: string; readonly id: string })[];
}
interface OutlineNode {
  readonly title: string;
  readonly dest: string | readonly unknown[] | null;
  readonly items: readonly OutlineNode[];
}
interface LinkAnnotation {
  readonly subtype: string;
  readonly url?: string;
  readonly dest?: string | readonly unknown[];
  readonly contentsObj?: { readonly str: string };
}

/** Reads a PDF as a whole. */
export async function readPdf(path: string): Promise<PdfReport> {
  const task = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 });
  const file = await task.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= file.numPages; number += 1)
    pages.push(await readPage(file, await file.getPage(number)));
  const { info } = await file.getMetadata();
  const report = {
    pages,
    bookmarks: await readBookmarks(file, (await file.getOutline()) ?? []),
    title: textField(info, 'Title'),
    author: textField(info, 'Author'),
    language: textField(info, 'Language'),
    isTagged: (await file.getMarkInfo())?.Marked === true,
    labels: (await file.getPageLabels()) ?? [],
  };
  await task.destroy();
  return report;
}

function textField(info: object, key: string): string {
  const value: unknown = Object.entries(info).find(([name]) => name === key)?.[1];
  return typeof value === 'string' ? value : '';
}

async function readPage(file: PDFDocumentProxy, page: PDFPageProxy): Promise<PdfPage> {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const { texts, loose } = await readTexts(page);
  const root: StructureNode | null = await page.getStructTree();
  const tags = root ? childTags(root, texts) : [];
  return {
    widthPt: right - left,
    heightPt: top - bottom,
    text: [...tags.map(({ text }) => text), loose].join(' '),
    tags,
    links: await readLinks(file, page),
    fonts: await readFonts(page),
  };
}

/** The text of each piece of marked content by its id, and what has no id. */
async function readTexts(page: PDFPageProxy): Promise<{ texts: ReadonlyMap<string, string>; loose: string }> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const texts = new Map<string, string>();
  const open: string[] = [];
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast((candidate) => candidate !== '') ?? '';
      texts.set(id, (texts.get(id) ?? '') + item.str + (item.hasEOL ? ' ' : ''));
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.id ?? '');
  }
  return { texts, loose: texts.get('') ?? '' };
}

function childTags(node: StructureNode, texts: ReadonlyMap<string, string>): readonly PdfTag[] {
  return node.children.flatMap((child): readonly PdfTag[] => {
    if (!('role' in child)) return [];
    const tag = {
      role: child.role,
      alt: child.alt ?? '',
      lang: child.lang ?? '',
      text: textOf(child, texts),
      children: childTags(child, texts),
    };
    return [tag];
  });
}

function textOf(node: StructureNode, texts: ReadonlyMap<string, string>): string {
  const parts = node.children.map((child) => ('role' in child ? textOf(child, texts) : (texts.get(child.id) ?? '')));
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}

async function readLinks(file: PDFDocumentProxy, page: PDFPageProxy): Promise<readonly PdfLink[]> {
  const annotations: readonly LinkAnnotation[] = await page.getAnnotations();
  const links = annotations.filter(({ subtype }) => subtype === 'Link');
  return Promise.all(
    links.map(async ({ url = '', dest, contentsObj }) => ({
      url,
      page: dest ? await pageOf(file, dest) : 0,
      description: contentsObj?.str ?? '',
    })),
  );
}

/** The fonts that the page draws with. */
async function readFonts(page: PDFPageProxy): Promise<readonly PdfFont[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const ids = new Set(
    fnArray.flatMap((operator, index) => (operator === OPS.setFont ? [String(argsArray[index][0])] : [])),
  );
  return [...ids].map((id) => {
    const { name, missingFile }: { readonly name: string; readonly missingFile?: boolean } = page.commonObjs.get(id);
    return { name, isEmbedded: missingFile !== true };
  });
}

async function readBookmarks(file: PDFDocumentProxy, nodes: readonly OutlineNode[]): Promise<readonly PdfBookmark[]> {
  const read = async ({ title, dest, items }: OutlineNode): Promise<PdfBookmark> => ({
    title,
    page: dest ? await pageOf(file, dest) : 0,
    children: await readBookmarks(file, items),
  });
  return Promise.all(nodes.map(read));
}

/** The page of a destination, from 1; 0 when it leads nowhere. */
async function pageOf(file: PDFDocumentProxy, destination: string | readonly unknown[]): Promise<number> {
  const place = typeof destination === 'string' ? await file.getDestination(destination) : destination;
  const target: unknown = place?.[0];
  return isReference(target) ? (await file.getPageIndex(target)) + 1 : 0;
}

function isReference(value: unknown): value is { readonly num: number; readonly gen: number } {
  return typeof value === 'object' && value !== null && 'num' in value && 'gen' in value;
}

/** All tags of these roles, outer before inner, in reading order. */
export function findTags(tags: readonly PdfTag[], ...roles: readonly string[]): readonly PdfTag[] {
  return tags.flatMap((tag) => [...(roles.includes(tag.role) ? [tag] : []), ...findTags(tag.children, ...roles)]);
}
