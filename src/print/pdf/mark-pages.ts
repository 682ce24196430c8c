import { type ContentMarks, markArtifacts, readMarks } from './content.ts';
import type { PdfFile } from './file.ts';
import { isDict, isRef, nameOf, type PdfDict, type PdfRef, type PdfValue } from './syntax.ts';
import type { StreamPlace, TagTree } from './tag-tree.ts';

/** What a content stream draws with and without tags; its key leads to these. */
export interface StreamMarks {
  readonly key: number;
  readonly marks: ContentMarks;
}

/** A content stream of a page, or of a form on it that has tags of its own. */
export interface TaggedStream extends StreamPlace, StreamMarks {
  readonly id: number;
  readonly bytes: Uint8Array;
}

/** What is real without any text in it: pictures, and the signs of lists (ISO 32000-1, 14.8.4.3.3 and 14.8.4.5). */
const WITHOUT_TEXT: ReadonlySet<string> = new Set(['Figure', 'Formula', 'Form', 'Lbl']);

/**
 * Marks as artifacts what the browser draws without a tag, and what it tags though it is decoration: grounds, borders,
 * pictures without a description (ISO 14289-1, 7.1). Nothing is drawn otherwise than before. Tags that held nothing
 * else go. The streams of each page come back, with the marks that they have now.
 */
export function markDecoration(
  file: PdfFile,
  pages: readonly PdfRef[],
  tags: TagTree,
): readonly (readonly StreamMarks[])[] {
  return pages.map((page) => taggedStreams(file, page).map((stream) => markStream(file, stream, tags)));
}

function markStream(file: PdfFile, stream: TaggedStream, tags: TagTree): StreamMarks {
  const { id, key, bytes, marks } = stream;
  const decoration = decorationOf(stream, tags);
  if (decoration.size === 0 && marks.loose.length === 0) return { key, marks };
  const isDecoration = (content: number): boolean => decoration.has(content);
  file.replaceStream(id, markArtifacts(bytes, marks, isDecoration));
  for (const content of decoration) tags.drop(stream, content);
  const marked = marks.marked.filter((content) => !decoration.has(content.id));
  return { key, marks: { ...marks, marked, loose: [] } };
}

/** The contents of a stream that are no more than decoration, by their identifiers. */
function decorationOf({ key, marks }: TaggedStream, tags: TagTree): ReadonlySet<number> {
  const real = new Set(marks.marked.filter(({ hasText }) => hasText).map(({ id }) => id));
  const owners = tags.ownersOf(key);
  const isReal = (id: number): boolean => {
    const owner = owners[id];
    return real.has(id) || (typeof owner === 'number' && tags.isWithin(owner, WITHOUT_TEXT));
  };
  return new Set(marks.marked.map(({ id }) => id).filter((id) => !isReal(id)));
}

/** The stream of a page, then those of its forms that have tags of their own, with their marks. */
export function taggedStreams(file: PdfFile, page: PdfRef): readonly TaggedStream[] {
  const dict = file.dict(page.id);
  const content = dict.get('Contents');
  return isRef(content) ? streamsFrom(file, content.id, dict, { page: page.id, form: null }) : [];
}

/** A stream with this dictionary, or with its page's, and the forms that it draws. */
function streamsFrom(
  file: PdfFile,
  id: number,
  dict: PdfDict,
  place: Omit<StreamPlace, 'key'>,
): readonly TaggedStream[] {
  const bytes = file.readStream(id);
  if (bytes === null) return [];
  const forms = taggedForms(file, dict);
  const marks = readMarks(bytes, (operands) => forms.has(operands.slice(1).split(/\s/, 1)[0] ?? ''));
  const key = dict.get('StructParents');
  const inside = [...forms.values()].flatMap(({ id: form, dict: formDict }) =>
    streamsFrom(file, form, formDict, { page: place.page, form }),
  );
  return [{ ...place, key: typeof key === 'number' ? key : -1, id, bytes, marks }, ...inside];
}

/** The forms with tags of their own (14.7.4.3) among the resources of a page or form, by their names. */
function taggedForms(file: PdfFile, dict: PdfDict): ReadonlyMap<string, { id: number; dict: PdfDict }> {
  const resources = file.resolve(dict.get('Resources'));
  const objects: PdfValue | undefined = isDict(resources) ? file.resolve(resources.get('XObject')) : undefined;
  const forms = new Map<string, { id: number; dict: PdfDict }>();
  for (const [name, ref] of isDict(objects) ? objects : []) {
    if (!isRef(ref)) continue;
    const form = file.streamDict(ref.id);
    if (nameOf(form.get('Subtype')) === 'Form' && form.has('StructParents'))
      forms.set(name, { id: ref.id, dict: form });
  }
  return forms;
}
