import type { PdfFile } from './file.ts';
import { isRef, type PdfValue, pdfDict, pdfRef } from './syntax.ts';

const NAME = /\/ID \(([^()\\]+)\)/;
const HEADERS = /\/Headers \[[^\]]*\]/g;

/**
 * Names the headers of tables anew, by which their cells know them (ISO 32000-1, 14.8.5.7), in the order of the file:
 * Chromium counts what it does meanwhile, and never twice alike. To be called before anything else is asked of the
 * file.
 */
export function nameHeaders(file: PdfFile): void {
  const names = new Map<string, { readonly name: string; readonly id: number }>();
  const tags = [...file.objects].filter(([, text]) => text.startsWith('<</Type /StructElem'));
  const named = tags.filter(([, text]) => text.includes('/ID ('));
  for (const [id, text] of named.sort(([one], [other]) => one - other)) {
    const old = NAME.exec(text)?.[1];
    if (old !== undefined) names.set(old, { name: `header${String(names.size + 1).padStart(8, '0')}`, id });
  }
  if (names.size === 0) return;
  const renamed = (text: string): string =>
    text.replace(/\(([^()\\]+)\)/g, (whole, old: string) => {
      const found = names.get(old);
      return found ? `(${found.name})` : whole;
    });
  for (const [id, text] of tags) {
    const replaced = text.replace(NAME, renamed).replace(HEADERS, renamed);
    if (replaced !== text) file.objects.set(id, replaced);
  }
  const listed = [...names.values()].flatMap(({ name, id }): PdfValue[] => [{ kind: 'text', bytes: name }, pdfRef(id)]);
  const root = file.dict(file.root).get('StructTreeRoot');
  if (!isRef(root)) return;
  removeTree(file, file.dict(root.id).get('IDTree'));
  file.extend(root.id, { IDTree: pdfDict({ Names: listed }) });
}

/** Takes a name tree out of the file (7.9.6). */
export function removeTree(file: PdfFile, node: PdfValue | undefined): void {
  if (!isRef(node)) return;
  for (const kid of file.list(file.dict(node.id).get('Kids'))) removeTree(file, kid);
  file.remove(node.id);
}
