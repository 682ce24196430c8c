import { inflateSync } from 'node:zlib';
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PdfFile } from '../../src/print/pdf/file.ts';

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

/** A finished PDF, as the project keeps one in memory. */
export function readFinished(bytes: Uint8Array): PdfFile {
  const text = Buffer.from(bytes).toString('latin1');
  const ids = /\/Root (\d+) 0 R\s\/Info (\d+) 0 R/.exec(text) ?? [];
  const file = new PdfFile(Number(ids[1]), Number(ids[2]));
  for (const match of text.matchAll(/^(\d+) 0 obj\n\s*(<<[\s\S]*?>>)\s*stream\n/gm)) {
    const id = Number(match[1]);
    const start = match.index + match[0].length - `${match[2]} stream\n`.length;
    file.streams.set(id, bytes.subarray(start, text.indexOf('endstream\nendobj', start)));
    if (match[2]?.includes('/Type /ObjStm')) readPacked(file, id);
  }
  return file;
}

/** Adds the objects of an object stream to a file. */
function readPacked(file: PdfFile, id: number): void {
  const first = file.streamDict(id).get('First');
  const text = Buffer.from(file.readStream(id) ?? []).toString('latin1');
  const numbers = text.slice(0, Number(first)).trim().split(/\s+/).map(Number);
  for (let index = 0; index < numbers.length; index += 2) {
    const [start, end] = [numbers[index + 1] ?? 0, numbers[index + 3] ?? text.length];
    file.objects.set(numbers[index] ?? 0, text.slice(Number(first) + start, Number(first) + end).trim());
  }
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
