import * as v from 'valibot';
import { type DeclaredLayout, type DeclaredLayouts, FIELD_KINDS } from '../text/declared-layouts.ts';
import { readFields } from '../text/fields.ts';
import type { Finding } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { type Source, spanOf } from '../text/source.ts';
import { whyNotFieldName } from '../view/declared.ts';
import { loneDeclaration } from './findings.ts';
import { readThemeText } from './read-text.ts';

const fieldSchema = v.pipe(
  v.strictObject(
    {
      type: v.picklist(FIELD_KINDS, '"text", "number", "flag", "picture", "html" or "list"'),
      about: v.optional(v.string('text'), ''),
      required: v.optional(v.boolean('true or false'), false),
    },
    'the type of a field and what it is about: {type: text, about: ...}',
  ),
  v.check(
    ({ type, required }) => type !== 'flag' || !required,
    'a flag without "required": one that is not set is false',
  ),
);

/** What the `.yaml` beside the layout of a name may say. */
export function declarationSchema(layout: string) {
  const nameSchema = v.pipe(
    v.string(),
    v.check(
      (name) => whyNotFieldName(layout, name) === '',
      ({ input }) => whyNotFieldName(layout, input),
    ),
  );
  return v.strictObject({
    about: v.optional(v.string('text'), ''),
    fields: v.optional(v.record(nameSchema, fieldSchema, 'fields by their names'), {}),
  });
}

/**
 * What the layouts in `folders`, the first of which wins, declare in the `.yaml` beside them. A layout without one has
 * that of the layout it replaces. Findings: `lone-declaration`, `unreadable-file`, and those of the fields.
 */
export function loadDeclarations(host: Host, folders: readonly string[], findings: Finding[]): DeclaredLayouts {
  const drawn = new Set<string>();
  const declared = new Map<string, DeclaredLayout>();
  for (const folder of folders) {
    const files = host.list(host.resolve(folder, 'layouts'));
    for (const name of namesWith('.hbs', files)) drawn.add(name);
    for (const name of namesWith('.yaml', files)) {
      if (declared.has(name)) continue;
      const source = readThemeText(host, host.resolve(folder, 'layouts', `${name}.yaml`), findings);
      if (source === null) continue;
      if (drawn.has(name)) declared.set(name, readDeclaration(source, name, findings));
      else findings.push(loneDeclaration(spanOf(source, 0), name));
    }
  }
  return declared;
}

function namesWith(ending: string, files: readonly string[]): readonly string[] {
  return files.filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length));
}

function readDeclaration(source: Source, layout: string, findings: Finding[]): DeclaredLayout {
  const read = readFields(source, 0, source.text.length, declarationSchema(layout));
  findings.push(...read.findings);
  const { about, fields } = read.value?.fields ?? { about: '', fields: {} };
  return {
    about,
    fields: Object.entries(fields).map(([name, { type, about: ofField, required }]) => ({
      name,
      kind: type,
      about: ofField,
      isRequired: required,
    })),
  };
}
