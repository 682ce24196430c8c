/** What a field of a layout's own can take: words after the heading, or what stands on the slide. */
export const FIELD_KINDS = ['text', 'number', 'flag', 'picture', 'html', 'list'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** A field that a layout asks its slides for, beside what every slide has. */
export interface DeclaredField {
  /** As templates name it (`slide.role`), and outlines (`role="..."`, `{.portrait}`). */
  readonly name: string;
  readonly kind: FieldKind;
  readonly about: string;
  readonly isRequired: boolean;
}

/** What stands in the `.yaml` beside a layout. */
export interface DeclaredLayout {
  readonly about: string;
  /** In the order of the file. */
  readonly fields: readonly DeclaredField[];
}

/** The layouts of a talk and its theme that declare something, by name. */
export type DeclaredLayouts = ReadonlyMap<string, DeclaredLayout>;

/** No layout declares anything. */
export const NONE_DECLARED: DeclaredLayouts = new Map();

/** The fields that a layout declares; none for one that declares nothing. */
export function fieldsOfLayout(declared: DeclaredLayouts, layout: string): readonly DeclaredField[] {
  return declared.get(layout)?.fields ?? [];
}
