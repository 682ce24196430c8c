import type { Html } from '../text/html.ts';

/**
 * Shapes describe what templates may name. The types of the view are made from them (`ViewOf`), and so are the check
 * of every template's names and the documentation, so that the three cannot differ.
 */
export type Shape = TextShape | HtmlShape | NumberShape | FlagShape | RecordShape | ListShape | MaybeShape;

interface Described {
  readonly about: string;
}
/** Plain text, escaped where it is shown; '' when there is none. */
export interface TextShape extends Described {
  readonly kind: 'text';
  /** What it may be used for beside showing it: `href` and the like, or `style`; '' for neither. */
  readonly use: 'address' | 'style' | '';
}
/** HTML made by Rostrum; '' when there is none. */
export interface HtmlShape extends Described {
  readonly kind: 'html';
}
export interface NumberShape extends Described {
  readonly kind: 'number';
}
export interface FlagShape extends Described {
  readonly kind: 'flag';
}
export interface RecordShape<F extends Fields = Fields> extends Described {
  readonly kind: 'record';
  readonly fields: F;
}
/** A list, empty when there is nothing in it. */
export interface ListShape<S extends Shape = Shape> extends Described {
  readonly kind: 'list';
  readonly of: S;
}
/** A value or `null`. */
export interface MaybeShape<S extends Shape = Shape> extends Described {
  readonly kind: 'maybe';
  readonly of: S;
}
export interface Fields {
  readonly [name: string]: Shape;
}

/** The type of the data that a shape describes. No field is optional: empty is '', [], or null. */
export type ViewOf<S extends Shape> = S extends TextShape
  ? string
  : S extends HtmlShape
    ? Html | ''
    : S extends NumberShape
      ? number
      : S extends FlagShape
        ? boolean
        : S extends RecordShape<infer F>
          ? { readonly [K in keyof F]: ViewOf<F[K]> }
          : S extends ListShape<infer I>
            ? readonly ViewOf<I>[]
            : S extends MaybeShape<infer M>
              ? ViewOf<M> | null
              : never;

export const text = (about: string): TextShape => ({ kind: 'text', about, use: '' });
/** A text that is an address made, or checked, by Rostrum: never one that runs a script. */
export const address = (about: string): TextShape => ({ kind: 'text', about, use: 'address' });
/** A text that is the value of a property in CSS, made or checked by Rostrum: it cannot hold another property. */
export const styleValue = (about: string): TextShape => ({ kind: 'text', about, use: 'style' });
export const html = (about: string): HtmlShape => ({ kind: 'html', about });
export const number = (about: string): NumberShape => ({ kind: 'number', about });
export const flag = (about: string): FlagShape => ({ kind: 'flag', about });
export const record = <const F extends Fields>(about: string, fields: F): RecordShape<F> => ({
  kind: 'record',
  about,
  fields,
});
export const list = <S extends Shape>(about: string, of: S): ListShape<S> => ({ kind: 'list', about, of });
export const maybe = <S extends Shape>(about: string, of: S): MaybeShape<S> => ({ kind: 'maybe', about, of });
