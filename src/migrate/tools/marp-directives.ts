import { carriedOtherwise, notCarried } from '../findings.ts';
import { type TracedText, tracedTo } from '../traced.ts';
import type { ForeignAttribute, Migration } from '../types.ts';

const ADDRESS = /^url\(\s*(["']?)(.*?)\1\s*\)$/;

/** What Marp calls directives, by name, with their values. */
export type Directives = ReadonlyMap<string, ForeignAttribute>;

const GLOBAL_DIRECTIVES = [
  'headingDivider',
  'lang',
  'style',
  'theme',
  'size',
  'math',
  'marp',
  'title',
  'author',
  'description',
  'keywords',
  'url',
  'image',
];
/** Those that hold for a slide and for all after it. */
export const LOCAL_DIRECTIVES = [
  'paginate',
  'header',
  'footer',
  'class',
  'backgroundColor',
  'backgroundImage',
  'backgroundPosition',
  'backgroundRepeat',
  'backgroundSize',
  'color',
];

/** Whether a name is that of a directive, `_` before it or not. */
export function isDirective(name: string): boolean {
  return LOCAL_DIRECTIVES.includes(name.replace(/^_/, '')) || GLOBAL_DIRECTIVES.includes(name);
}

/** What the directives of a slide say, in the words of `slide-attributes.ts`. */
export function carryDirectives(directives: Directives): readonly ForeignAttribute[] {
  return [...directives].flatMap(([name, attribute]): readonly ForeignAttribute[] => {
    const { value } = attribute;
    if (name === 'backgroundColor' && value !== '') return [{ ...attribute, name: 'background-color' }];
    const address = name === 'backgroundImage' ? (ADDRESS.exec(value)?.[2] ?? '') : '';
    return address === '' ? [] : [{ ...attribute, name: 'background-image', value: address }];
  });
}

/**
 * What a talk has nothing for among the directives that are written at a slide. The words of headers and footers stay
 * in the outline as a comment, which comes back.
 */
export function reportDirectives(written: readonly ForeignAttribute[], { findings }: Migration): readonly TracedText[] {
  return written.flatMap(({ name: given, value, origin }): readonly TracedText[] => {
    const name = given.replace(/^_/, '');
    if (name === 'header' || name === 'footer') {
      if (value === '') return [];
      findings.push(
        carriedOtherwise(origin, `the ${name} "${value}"`, "is a comment in the outline: the footer is the theme's"),
      );
      return [tracedTo(origin, `<!-- ${name}: ${value.replaceAll('--', '- -')} -->`)];
    }
    const isCarried =
      name === 'backgroundColor' || (name === 'backgroundImage' && (ADDRESS.test(value) || value === ''));
    const isNeedless = name === 'paginate' || value === '' || value === 'none';
    if (LOCAL_DIRECTIVES.includes(name) && !isCarried && !isNeedless)
      findings.push(notCarried(origin, `"${name}: ${value}"`));
    return [];
  });
}
