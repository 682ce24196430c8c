import type { Finding } from '../text/finding.ts';
import type { Source, Span } from '../text/source.ts';
import type { ReadTag } from './read-tag.ts';

/** What a text may refer to beside itself. */
export interface References {
  /** The values of `{{name}}`. */
  readonly variables: ReadonlyMap<string, string>;
  /** Emoji by their short codes, without colons; `null` where no text of the talk can have any. */
  readonly emoji: Readonly<Record<string, string>> | null;
  /** Reads the attributes of a tag; `null` where no text of the talk can have any. */
  readonly readTag: ((raw: string) => ReadTag) | null;
  /** Whether HTML goes into the deck as it is written. */
  readonly isHtmlTrusted: boolean;
  /** A text file by its path as written; `null`, with a finding at `span`, when it cannot be had. */
  readonly readText: (path: string, span: Span, findings: Finding[]) => Source | null;
}
