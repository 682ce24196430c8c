import type { Span } from '../text/source.ts';
import type { ForeignAttribute } from './types.ts';

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g;

/** The attributes of a tag, or of a comment that gives some, as HTML writes them. */
export function readHtmlAttributes(text: string, origin: Span): readonly ForeignAttribute[] {
  return [...text.matchAll(ATTRIBUTE)].map(([, name = '', quoted, single, bare]) => ({
    name: name.toLowerCase(),
    value: quoted ?? single ?? bare ?? '',
    origin,
  }));
}

/** The value of an attribute; '' where it is not there. */
export function htmlValue(attributes: readonly ForeignAttribute[], name: string): string {
  return attributes.find((attribute) => attribute.name === name)?.value ?? '';
}
