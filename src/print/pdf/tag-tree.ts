import type { PdfFile } from './file.ts';
import { isDict, isList, isRef, nameOf, type PdfDict, type PdfRef, type PdfValue, pdfRef } from './syntax.ts';

/** Where a content stream belongs: a page, and the number of the form that it is, or `null` for the page's own stream. */
export interface StreamPlace {
  /** Under which the parent tree lists the tags of its contents (StructParents). */
  readonly key: number;
  readonly page: number;
  readonly form: number | null;
}

const ELEMENT = /^<<\/Type \/StructElem\s+\/S \/([^\s()<>[\]{}/%]+)/;

/** One entry of a list of tags: a reference, whose number is read, or nothing. */
const OWNER = /(\d+) 0 R|null/g;

const HEADINGS = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'];

/** What stays when nothing is in it: without an empty cell, a table would have a gap. */
const CELLS: ReadonlySet<string> = new Set(['TD', 'TH']);

/**
 * The tags of a file, its structure tree (ISO 32000-1, 14.7), with the parent tree that leads from contents to tags
 * (14.7.4.4). A tag is named by its number. What is changed is in the file after `save`.
 */
export class TagTree {
  readonly file: PdfFile;
  readonly root: number;
  /** By key: for a page or a form, the list of its tags; for a link, its tag. */
  readonly #keys: ReadonlyMap<number, PdfRef>;
  readonly #changed = new Map<number, PdfDict>();
  readonly #owners = new Map<number, (number | null)[]>();
  readonly #changedKeys = new Set<number>();

  constructor(file: PdfFile, root: PdfRef) {
    this.file = file;
    this.root = root.id;
    this.#keys = readKeys(file, file.dict(root.id).get('ParentTree'));
  }

  /** The numbers of all tags by their role, as far as they are in the file: see `save`. */
  byRole(): ReadonlyMap<string, readonly number[]> {
    this.#roles ??= rolesIn(this.file);
    return this.#roles;
  }
  #roles: ReadonlyMap<string, readonly number[]> | undefined;

  /** All headings in reading order, as far as they are in the file. */
  headings(): readonly number[] {
    return this.#inReadingOrder(HEADINGS.flatMap((role) => this.byRole().get(role) ?? []));
  }

  /** Tags as they follow one another in the tree. */
  #inReadingOrder(ids: readonly number[]): readonly number[] {
    const known = new Map<number, ReadonlyMap<number, number>>();
    const placesIn = (parent: number): ReadonlyMap<number, number> => {
      const places = known.get(parent) ?? placesOf(this.kidsOf(parent));
      known.set(parent, places);
      return places;
    };
    // Where a tag is: its place among the kids of each tag above it, from the root.
    const pathTo = (id: number): readonly number[] => {
      const parent = this.parentOf(id);
      const place = placesIn(parent).get(id) ?? 0;
      return parent === this.root ? [place] : [...pathTo(parent), place];
    };
    const paths = ids.map((id) => ({ id, path: pathTo(id) }));
    return paths.sort((one, other) => comparePaths(one.path, other.path)).map(({ id }) => id);
  }

  /** The dictionary of a tag, as it is by now. */
  tag(id: number): PdfDict {
    return this.#changed.get(id) ?? this.file.dict(id);
  }

  roleOf(id: number): string {
    return nameOf(this.tag(id).get('S'));
  }

  /** What a tag holds in reading order: references to tags, contents, links. */
  kidsOf(id: number): readonly PdfValue[] {
    const kids = this.tag(id).get('K');
    if (kids === undefined) return [];
    return isList(kids) ? kids : [kids];
  }

  /** Whether a tag or one above it has one of these roles. */
  isWithin(id: number, roles: ReadonlySet<string>): boolean {
    for (let at = id; at !== this.root; at = this.parentOf(at)) if (roles.has(this.roleOf(at))) return true;
    return false;
  }

  /** Gives a tag other entries beside those it has. */
  change(id: number, entries: Readonly<Record<string, PdfValue>>): void {
    this.#changed.set(id, new Map([...this.tag(id), ...Object.entries(entries)]));
  }

  /** Takes an entry away from a tag. */
  strip(id: number, entry: string): void {
    this.#changed.set(id, new Map([...this.tag(id)].filter(([name]) => name !== entry)));
  }

  /** Gives a tag other kids. A single one stands without a list, as Chromium writes it. */
  changeKids(id: number, kids: readonly PdfValue[]): void {
    const [first] = kids;
    this.change(id, { K: kids.length === 1 && first !== undefined ? first : kids });
  }

  add(tag: PdfDict): PdfRef {
    const ref = this.file.reserve();
    this.#changed.set(ref.id, tag);
    return ref;
  }

  /** The tags of the contents of a stream, by their identifier; `null` where there is none. */
  ownersOf(key: number): readonly (number | null)[] {
    return this.#ownersOf(key);
  }

  #ownersOf(key: number): (number | null)[] {
    const known = this.#owners.get(key);
    if (known) return known;
    const text = this.file.objects.get(this.#keys.get(key)?.id ?? -1);
    const owners = text?.startsWith('[') ? Array.from(text.matchAll(OWNER), ([, id]) => (id ? Number(id) : null)) : [];
    this.#owners.set(key, owners);
    return owners;
  }

  #setOwner(key: number, content: number, owner: number | null): void {
    const owners = this.#ownersOf(key);
    if (content < owners.length) owners[content] = owner;
    this.#changedKeys.add(key);
  }

  /** The tag that a link with this key belongs to. */
  ownerOfLink(key: PdfValue | undefined): PdfRef | undefined {
    return typeof key === 'number' ? this.#keys.get(key) : undefined;
  }

  /** Says that a content has no tag any more, and takes away tags that held nothing else. */
  drop(place: StreamPlace, content: number): void {
    const owner = this.ownersOf(place.key)[content];
    if (typeof owner !== 'number') return;
    this.#setOwner(place.key, content, null);
    const [page, kids] = [this.tag(owner).get('Pg'), this.kidsOf(owner)];
    this.#keep(
      owner,
      kids.filter((kid) => !isContent(kid, page, place, content)),
    );
  }

  /** Says of all kids of a tag that it is the one above them. */
  adopt(ref: PdfRef): void {
    const tag = this.tag(ref.id);
    for (const kid of this.kidsOf(ref.id)) {
      if (isRef(kid)) this.change(kid.id, { P: ref });
      const content = isDict(kid) ? kid.get('MCID') : kid;
      if (typeof content === 'number') this.#setOwner(this.#keyOf(kid, tag), content, ref.id);
    }
  }

  /** The key of the stream that a content of a tag is in; -1 for none. */
  #keyOf(kid: PdfValue, tag: PdfDict): number {
    const own: PdfDict = isDict(kid) ? kid : new Map();
    const [form, page] = [own.get('Stm'), own.get('Pg') ?? tag.get('Pg')];
    const holder = isRef(form) ? this.file.streamDict(form.id) : isRef(page) ? this.file.dict(page.id) : undefined;
    const key = holder?.get('StructParents');
    return typeof key === 'number' ? key : -1;
  }

  /** Writes what was changed into the file. */
  save(): void {
    this.#roles = undefined;
    for (const [id, tag] of this.#changed) this.file.set(id, tag);
    for (const key of this.#changedKeys) {
      const list = this.#keys.get(key);
      if (list)
        this.file.set(
          list.id,
          this.ownersOf(key).map((owner) => owner && pdfRef(owner)),
        );
    }
  }

  #keep(id: number, kids: readonly PdfValue[]): void {
    const parent = this.parentOf(id);
    this.changeKids(id, kids);
    if (kids.length > 0 || parent === this.root || CELLS.has(this.roleOf(id))) return;
    this.#changed.delete(id);
    this.file.remove(id);
    this.#keep(
      parent,
      this.kidsOf(parent).filter((kid) => !isRef(kid) || kid.id !== id),
    );
  }

  /** The tag above a tag, or the root. */
  parentOf(id: number): number {
    const parent = this.tag(id).get('P');
    return isRef(parent) ? parent.id : this.root;
  }
}

function rolesIn(file: PdfFile): ReadonlyMap<string, readonly number[]> {
  const roles = new Map<string, number[]>();
  for (const [id, text] of file.objects) {
    const role = ELEMENT.exec(text)?.[1];
    if (role === undefined) continue;
    const ids = roles.get(role);
    if (ids) ids.push(id);
    else roles.set(role, [id]);
  }
  return roles;
}

function placesOf(kids: readonly PdfValue[]): ReadonlyMap<number, number> {
  return new Map(kids.flatMap((kid, place): [number, number][] => (isRef(kid) ? [[kid.id, place]] : [])));
}

function comparePaths(one: readonly number[], other: readonly number[]): number {
  const index = one.findIndex((place, depth) => place !== other[depth]);
  return index === -1 ? 0 : (one[index] ?? 0) - (other[index] ?? -1);
}

/** Whether a kid of a tag is this content of this stream: a bare identifier, or a reference with its stream (14.7.4.2). */
function isContent(kid: PdfValue, tagPage: PdfValue | undefined, place: StreamPlace, content: number): boolean {
  const isHere = (page: PdfValue | undefined): boolean => isRef(page) && page.id === place.page;
  if (kid === content) return place.form === null && isHere(tagPage);
  if (!isDict(kid) || kid.get('MCID') !== content) return false;
  const form = kid.get('Stm');
  if (place.form !== null) return isRef(form) && form.id === place.form;
  return form === undefined && isHere(kid.get('Pg') ?? tagPage);
}

/** The entries of a number tree (7.9.7). */
function readKeys(file: PdfFile, node: PdfValue | undefined): ReadonlyMap<number, PdfRef> {
  const dict = file.resolve(node);
  const keys = new Map<number, PdfRef>();
  if (!isDict(dict)) return keys;
  const [numbers, kids] = [file.resolve(dict.get('Nums')), file.resolve(dict.get('Kids'))];
  for (const [index, key] of (isList(numbers) ? numbers : []).entries()) {
    const value = isList(numbers) ? numbers[index + 1] : undefined;
    if (index % 2 === 0 && typeof key === 'number' && isRef(value)) keys.set(key, value);
  }
  for (const kid of isList(kids) ? kids : []) for (const [key, value] of readKeys(file, kid)) keys.set(key, value);
  return keys;
}
