import { inflateSync } from 'node:zlib';
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF as pdf.js reads it. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  // pdf.js takes the bytes away from who gives them.
  return getDocument({ data: Uint8Array.from(bytes), verbosity: VerbosityLevel.ERRORS, isEvalSupported: false })
    .promise;
}

/** The text of each page, in one line. */
export async function textOfPages(pdf: PDFDocumentProxy): Promise<readonly string[]> {
  const pages = Array.from({ length: pdf.numPages }, async (_, index) => {
    const content = await (await pdf.getPage(index + 1)).getTextContent();
    return content.items
      .map((item) => ('str' in item ? item.str : ''))
      .join('')
      .trim();
  });
  return Promise.all(pages);
}

/** The tags of a page, from its root. */
export async function tagsOfPage(pdf: PDFDocumentProxy, pageNumber: number): Promise<readonly string[]> {
  const tree: unknown = await (await pdf.getPage(pageNumber)).getStructTree();
  return rolesOf(tree);
}

function rolesOf(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null || !('role' in node) || !('children' in node)) return [];
  const children = Array.isArray(node.children) ? node.children.flatMap(rolesOf) : [];
  return [String(node.role), ...children];
}

/** The text of all objects in a file's object streams. */
export function unpackObjects(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1');
  const streams = [...text.matchAll(/\/Type \/ObjStm[\s\S]*?\/Length (\d+)[\s\S]*?stream\n/g)];
  return streams
    .map((match) => {
      const start = match.index + match[0].length;
      return inflateSync(bytes.subarray(start, start + Number(match[1]))).toString('latin1');
    })
    .join('');
}
