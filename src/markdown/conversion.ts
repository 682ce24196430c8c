import type { Finding } from '../text/finding.ts';
import { type Source, type Span, spanOf } from '../text/source.ts';
import { duplicateFootnote, unknownFootnote, unusedFootnote } from './findings.ts';
import { withoutHidden } from './hidden.ts';
import type { References } from './references.ts';
import type { Block, Footnote } from './tree.ts';

/** What the conversion of marked's tokens into a tree shares. */
export interface Conversion {
  readonly source: Source;
  readonly findings: Finding[];
  readonly references: References;
  readonly footnotes: Footnotes;
  /** The paths of the sources that include this one, the outline first, with its own. */
  readonly chain: readonly string[];
  /** How many files the outline has included so far, and of how many characters. */
  readonly included: { count: number; length: number };
}

/** The footnotes of a source: marks and definitions may come in any order. */
export class Footnotes {
  readonly #byName = new Map<string, { readonly name: string; readonly blocks: Block[] }>();
  readonly #defined = new Map<string, Span>();
  readonly #marked = new Map<string, Span>();
  readonly #repeated: Finding[] = [];

  /** The footnote that a mark names, whether it is known yet or not. */
  mark(name: string, span: Span): Footnote {
    if (!this.#marked.has(name)) this.#marked.set(name, span);
    return this.#named(name);
  }

  /** Says what a footnote is; what was said first stays. */
  define(name: string, blocks: readonly Block[], span: Span): void {
    const first = this.#defined.get(name);
    if (first) {
      this.#repeated.push(duplicateFootnote(spanOf(span.source, span.start), name, first));
      return;
    }
    this.#defined.set(name, spanOf(span.source, span.start));
    for (const block of withoutHidden(blocks)) this.#named(name).blocks.push(block);
  }

  #named(name: string): { readonly name: string; readonly blocks: Block[] } {
    const known = this.#byName.get(name) ?? { name, blocks: [] };
    this.#byName.set(name, known);
    return known;
  }

  /** Marks without a footnote, footnotes without a mark, and names that two footnotes have. */
  get findings(): readonly Finding[] {
    const names = [...this.#defined.keys()];
    const unknown = [...this.#marked].filter(([name]) => !this.#defined.has(name));
    const unused = [...this.#defined].filter(([name]) => !this.#marked.has(name));
    return [
      ...this.#repeated,
      ...unknown.map(([name, span]) => unknownFootnote(span, name, names)),
      ...unused.map(([name, span]) => unusedFootnote(span, name)),
    ];
  }
}
