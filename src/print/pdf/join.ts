import { Stop } from '../../text/finding.ts';
import { unreadablePdf } from '../findings.ts';
import { changeHead, type PdfFile } from './file.ts';
import { removeTree } from './header-names.ts';
import { type LinkAnnotation, linksOf, pagesOf } from './pages.ts';
import {
  isDict,
  isRef,
  nameOf,
  type PdfDict,
  type PdfName,
  type PdfRef,
  type PdfValue,
  pdfDict,
  pdfName,
  textOf,
} from './syntax.ts';

/**
 * What may have to be another in a further part, wherever it stands outside of a text: references, the keys of contents
 * (StructParents, StructParent), and the identifiers that Chromium gives to headers of tables. Texts come first, so that
 * what only looks like one of these is passed over.
 */
const PLACES = /\/(?:ID|Headers) ?\[?(?:\(node\d+\)\s*)+|\((?:[^\\()]|\\[\s\S])*\)|(\d+) 0 R|(\/StructParents? )(\d+)/g;

/** What the numbers of a part are counted on from in the joined file, and what its identifiers begin with. */
interface Numbering {
  readonly id: number;
  readonly key: number;
  readonly prefix: string;
}

/** The catalog of a part, and its tags. */
interface PartRoots {
  readonly catalog: PdfDict;
  /** The number of the root of its tags. */
  readonly tree: number;
  /** The tag of the whole document, which holds all others. */
  readonly top: PdfRef;
  /** Keys of contents with their tags, as number trees list them. */
  readonly keys: readonly PdfValue[];
  /** The first key that is free. */
  readonly nextKey: number;
}

/**
 * The parts of a print as one file, in their order: pages, tags in one tree, and links, of which those with the address
 * `otherPart` before their `#id` lead to their place in another part (see `linkParts`). The parts are as the browser made
 * them (`readPdf`), and are used up. Headers of tables keep identifiers that no other has; their tree is written by
 * `nameHeaders`. Structure: ISO 32000-1, 7.9.7, 12.3.2.3 and 14.7. Throws a `Stop` (`unreadable-pdf`) when a part has no
 * tags.
 */
export function joinParts(parts: readonly PdfFile[], otherPart: string): PdfFile {
  const [file, ...others] = parts;
  if (!file) throw new RangeError('a print has at least one part');
  if (others.length === 0) return file;
  const roots = [rootsOf(file, file.root, 0)];
  for (const [index, other] of others.entries()) {
    const numbering: Numbering = {
      id: file.reserve(other.last).id - 1,
      key: roots.at(-1)?.nextKey ?? 0,
      prefix: `part${String(index + 2).padStart(4, '0')}`,
    };
    const catalog = takeOver(file, other, numbering);
    roots.push(rootsOf(file, catalog, numbering.key));
    file.remove(catalog);
  }
  joinPages(file, roots);
  joinTags(file, roots);
  joinPlaces(file, roots, otherPart);
  return file;
}

/** Puts all objects of a part into the file under other numbers, and returns that of its catalog. */
function takeOver(file: PdfFile, part: PdfFile, numbering: Numbering): number {
  for (const [id, text] of part.objects) {
    if (id !== part.info) file.objects.set(id + numbering.id, renumber(text, numbering));
  }
  for (const [id, bytes] of part.streams)
    file.streams.set(
      id + numbering.id,
      changeHead(bytes, (head) => renumber(head, numbering)),
    );
  return part.root + numbering.id;
}

function renumber(text: string, { id, key, prefix }: Numbering): string {
  return text.replace(PLACES, (all, reference?: string, name?: string, content?: string) => {
    if (reference !== undefined) return `${Number(reference) + id} 0 R`;
    if (name !== undefined) return `${name}${Number(content) + key}`;
    return all.startsWith('/') ? all.replaceAll('(node', `(${prefix}node`) : all;
  });
}

/** Reads the roots of a part whose keys begin at `key`, and takes its trees of keys and identifiers away. */
function rootsOf(file: PdfFile, catalogId: number, key: number): PartRoots {
  const catalog = file.dict(catalogId);
  const ref = catalog.get('StructTreeRoot');
  const tree = dictOf(file, ref);
  const top = tree.get('K');
  if (!isRef(ref) || !isRef(top)) throw new Stop([unreadablePdf('a part of it has no tags')]);
  const keys = takeKeys(file, tree.get('ParentTree'));
  removeTree(file, tree.get('IDTree'));
  return {
    catalog,
    tree: ref.id,
    top,
    keys: keys.map((value) => (typeof value === 'number' ? value + key : value)),
    nextKey: key + Number(tree.get('ParentTreeNextKey') ?? 0),
  };
}

/** All entries of a number tree, in order; its nodes leave the file. */
function takeKeys(file: PdfFile, node: PdfValue | undefined): readonly PdfValue[] {
  const dict = dictOf(file, node);
  if (isRef(node)) file.remove(node.id);
  const kids = file.list(dict.get('Kids'));
  return [...file.list(dict.get('Nums')), ...kids.flatMap((kid) => takeKeys(file, kid))];
}

/** The pages of all parts under a root of their own. */
function joinPages(file: PdfFile, parts: readonly PartRoots[]): void {
  const kids = parts.map(({ catalog }) => catalog.get('Pages')).filter(isRef);
  const counts = kids.map(({ id }) => Number(file.dict(id).get('Count')));
  const count = counts.reduce((sum, pages) => sum + pages, 0);
  const root = file.add(pdfDict({ Type: pdfName('Pages'), Count: count, Kids: kids }));
  for (const { id } of kids) file.extend(id, { Parent: root });
  file.extend(file.root, { Pages: root });
}

/** The tags of all parts under the first one's document. */
function joinTags(file: PdfFile, parts: readonly PartRoots[]): void {
  const [first] = parts;
  if (!first) return;
  const kids = parts.flatMap(({ top }) => file.list(file.dict(top.id).get('K')));
  for (const kid of kids) {
    if (!isRef(kid)) throw new Stop([unreadablePdf('a part of it has contents outside of its articles')]);
    file.extend(kid.id, { P: first.top });
  }
  file.extend(first.top.id, { K: kids });
  file.extend(first.tree, {
    ParentTree: file.add(pdfDict({ Nums: parts.flatMap(({ keys }) => keys) })),
    ParentTreeNextKey: Math.max(...parts.map(({ nextKey }) => nextKey)),
  });
  for (const { tree, top } of parts.slice(1)) {
    file.remove(tree);
    file.remove(top.id);
  }
}

/** The places of all parts that links lead to, and the links from one part to another. */
function joinPlaces(file: PdfFile, parts: readonly PartRoots[], otherPart: string): void {
  const places = parts.flatMap(({ catalog }) => [...dictOf(file, catalog.get('Dests'))]);
  const names = new Map(places.map(([name]) => [decodeName(name), pdfName(name)]));
  const used = new Set<string>();
  for (const link of pagesOf(file).flatMap((page) => linksOf(file, page))) {
    const name = placeOf(file, link, names, otherPart);
    if (name) used.add(name.name);
  }
  file.extend(file.root, { Dests: new Map(places.filter(([name]) => used.has(name))) });
}

/** The place that a link leads to; one in another part is written into the link. */
function placeOf(
  file: PdfFile,
  { id, dict }: LinkAnnotation,
  names: ReadonlyMap<string, PdfName>,
  otherPart: string,
): PdfName | undefined {
  const known = names.get(decodeName(nameOf(dict.get('Dest'))));
  const address = textOf(dictOf(file, dict.get('A')).get('URI'));
  if (!address.startsWith(`${otherPart}#`)) return known;
  const place = names.get(decodeFragment(address.slice(otherPart.length + 1)));
  const { A: _, ...entries } = Object.fromEntries(dict);
  file.set(id, pdfDict(place ? { ...entries, Dest: place } : entries));
  return place;
}

/** A name as text: its signs may be written as two digits, and those of an address as three. */
function decodeName(name: string): string {
  return decodeFragment(
    name.replace(/#([0-9A-Fa-f]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
  );
}

function decodeFragment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function dictOf(file: PdfFile, value: PdfValue | undefined): PdfDict {
  const dict = file.resolve(value);
  return isDict(dict) ? dict : new Map();
}
