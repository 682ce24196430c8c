import type { PdfFile } from './file.ts';
import { type StreamMarks, taggedStreams } from './mark-pages.ts';
import { linksOf } from './pages.ts';
import { isDict, isList, isRef, nameOf, type PdfRef, type PdfValue, textOf } from './syntax.ts';
import type { TagTree } from './tag-tree.ts';

/**
 * What stands against PDF/UA-1 (ISO 14289-1) in a file, one sentence each; none when a program finds nothing. What
 * only a person can judge, such as whether a description is a good one, is not looked at. `streams` has what each page
 * draws, for who knows it already.
 */
export function checkTags(
  tags: TagTree,
  pages: readonly PdfRef[],
  streams: readonly (readonly StreamMarks[])[] = pages.map((page) => taggedStreams(tags.file, page)),
): readonly string[] {
  return [
    ...documentProblems(tags.file),
    ...streams.flatMap((page, index) => contentProblems(page, tags, index + 1)),
    ...pages.flatMap((page, index) => linkProblems(tags, page, index + 1)),
    ...roleProblems(tags),
    ...nestingProblems(tags),
    ...headingProblems(tags),
    ...fontProblems(tags.file),
  ];
}

/** Real content has a tag, and all else is an artifact (7.1). */
function contentProblems(streams: readonly StreamMarks[], tags: TagTree, page: number): readonly string[] {
  if (streams.length === 0) return [`what page ${page} draws cannot be read`];
  return streams.flatMap(({ key, marks }) => {
    const owners = tags.ownersOf(key);
    return [
      ...(marks.loose.length + marks.tangled > 0 ? [`page ${page} draws something without a tag`] : []),
      ...(marks.nested > 0 ? [`page ${page} marks something twice`] : []),
      ...marks.marked
        .filter(({ id }) => typeof owners[id] !== 'number')
        .map(({ id }) => `content ${id} of page ${page} has no tag`),
    ];
  });
}

/** Language, title, and the claim to be tagged (7.1, 7.2). */
function documentProblems(file: PdfFile): readonly string[] {
  const catalog = file.dict(file.root);
  const [marks, preferences] = [file.resolve(catalog.get('MarkInfo')), file.resolve(catalog.get('ViewerPreferences'))];
  const title = textOf(file.dict(file.info).get('Title'));
  return [
    ...(isDict(marks) && marks.get('Marked') === true ? [] : ['the file does not say that it has tags']),
    ...(textOf(catalog.get('Lang')) === '' ? ['no language is named'] : []),
    ...(title === '' ? ['there is no title'] : []),
    ...(isDict(preferences) && preferences.get('DisplayDocTitle') === true ? [] : ['the title is not shown']),
  ];
}

/** Each link has a description and a tag that holds it, and the Tab key follows the tags (7.18). */
function linkProblems(tags: TagTree, page: PdfRef, number: number): readonly string[] {
  const links = linksOf(tags.file, page);
  const isOrdered = links.length === 0 || nameOf(tags.file.dict(page.id).get('Tabs')) === 'S';
  const problems = links.flatMap(({ id, dict }) => [
    ...(textOf(dict.get('Contents')) === '' ? [`a link of page ${number} has no description`] : []),
    ...(isInLink(tags, id, tags.ownerOfLink(dict.get('StructParent'))) ? [] : [`a link of page ${number} has no tag`]),
  ]);
  return isOrdered ? problems : [...problems, `on page ${number} the Tab key does not follow the tags`];
}

function isInLink(tags: TagTree, annotation: number, owner: PdfRef | undefined): boolean {
  const isIt = (kid: PdfValue): boolean => {
    const object = isDict(kid) ? kid.get('Obj') : undefined;
    return isRef(object) && object.id === annotation;
  };
  return owner !== undefined && tags.roleOf(owner.id) === 'Link' && tags.kidsOf(owner.id).some(isIt);
}

/** The roles that readers know (ISO 32000-1, 14.8.4). */
const STANDARD = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
  Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure
  Formula Form`.split(/\s+/),
);

/** Roles are known, pictures have descriptions, headers of tables a scope, items of lists a body (7.1 to 7.7). */
function roleProblems(tags: TagTree): readonly string[] {
  const mapped = tags.file.resolve(tags.file.dict(tags.root).get('RoleMap'));
  const roles = tags.byRole();
  const unknown = [...roles.keys()].filter((role) => !STANDARD.has(role) && !(isDict(mapped) && mapped.has(role)));
  const without = (role: string, has: (id: number) => boolean, problem: string): readonly string[] =>
    (roles.get(role) ?? []).filter((id) => !has(id)).map(() => problem);
  const hasAlt = (id: number): boolean => tags.tag(id).has('Alt');
  return [
    ...unknown.map((role) => `no reader knows the tag ${role}`),
    ...without('Figure', hasAlt, 'a picture has no description'),
    ...without('Formula', hasAlt, 'a formula has no description'),
    ...without('TH', (id) => hasScope(tags.tag(id).get('A')), 'a header of a table has no scope'),
    ...without('LI', (id) => tags.kidsOf(id).every((kid) => isPart(tags, kid)), 'an item of a list has no body'),
  ];
}

/** What lists and tables are made of, and in what their parts stand (ISO 32000-1, 14.8.4.3.3 and 14.8.4.3.4). */
const PARTS_OF: readonly (readonly [role: string, parts: string, problem: string])[] = [
  ['L', 'LI L Caption', 'a list holds what is no item'],
  ['Table', 'TR THead TBody TFoot Caption', 'a table holds what is no row'],
  ['TR', 'TH TD', 'a row of a table holds what is no cell'],
];
const WHOLES_OF: readonly (readonly [role: string, wholes: string, problem: string])[] = [
  ['LI', 'L', 'an item stands in no list'],
  ['LBody', 'LI', 'the body of an item stands in no item'],
  ['TR', 'Table THead TBody TFoot', 'a row stands in no table'],
  ['TH', 'TR', 'a header stands in no row'],
  ['TD', 'TR', 'a cell stands in no row'],
];

/** Lists and tables are put together as the standard has it (7.2). */
function nestingProblems(tags: TagTree): readonly string[] {
  const ids = (role: string): readonly number[] => tags.byRole().get(role) ?? [];
  const isAmong = (id: number, roles: string): boolean => roles.split(' ').includes(tags.roleOf(id));
  return [
    ...PARTS_OF.flatMap(([role, parts, problem]) =>
      ids(role)
        .filter((id) => !tags.kidsOf(id).every((kid) => isRef(kid) && isAmong(kid.id, parts)))
        .map(() => problem),
    ),
    ...WHOLES_OF.flatMap(([role, wholes, problem]) =>
      ids(role)
        .filter((id) => !isAmong(tags.parentOf(id), wholes))
        .map(() => problem),
    ),
  ];
}

function hasScope(attributes: PdfValue | undefined): boolean {
  if (isList(attributes)) return attributes.some(hasScope);
  return isDict(attributes) && nameOf(attributes.get('Scope')) !== '';
}

function isPart(tags: TagTree, kid: PdfValue): boolean {
  return isRef(kid) && ['Lbl', 'LBody'].includes(tags.roleOf(kid.id));
}

/** The first heading is of the first level, and none is more than one level below the one before (7.4.2). */
function headingProblems(tags: TagTree): readonly string[] {
  const levels = tags.headings().map((id) => Number(tags.roleOf(id).slice(1)));
  return levels.flatMap((level, index) => {
    const last = levels[index - 1] ?? 0;
    return level > last + 1 ? [`a heading of level ${level} follows one of level ${last}`] : [];
  });
}

/** Each font is in the file, and says which characters it draws (7.21). Fonts of type 3 are drawings in the file. */
function fontProblems(file: PdfFile): readonly string[] {
  const fonts = [...file.objects.values()].filter((text) => /^<<\/Type \/Font\s/.test(text));
  return fonts.flatMap((text) => {
    const isPart = /\/Subtype \/CIDFontType[02]/.test(text);
    const hasFile = !isPart || /\/FontFile[23]? /.test(file.objects.get(numberIn(text, 'FontDescriptor')) ?? '');
    return [
      ...(hasFile ? [] : ['a font is not in the file']),
      ...(isPart || isReadable(file.readStream(numberIn(text, 'ToUnicode')))
        ? []
        : ['a font does not say what it draws']),
    ];
  });
}

/** A line that maps to no character at all: Chromium has none for a ligature in a drawing. */
const NO_CHARACTER = /<(?:0000|FEFF|FFFE)>$/m;

function isReadable(map: Uint8Array | null): boolean {
  return map !== null && !NO_CHARACTER.test(Buffer.from(map).toString('latin1'));
}

/** The number of the object that an entry of a font refers to. */
function numberIn(font: string, entry: string): number {
  return Number(new RegExp(`/${entry} (\\d+) 0 R`).exec(font)?.[1] ?? -1);
}
