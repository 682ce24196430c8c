import { type Span, spanOf } from '../text/source.ts';
import { DEEPEST, TooDeep } from './bounds.ts';
import type { Conversion } from './conversion.ts';
import { leftOut } from './findings.ts';
import { readAttributes } from './html-attributes.ts';
import { endsBefore, isHiding, mayStandIn, mayStayOpen } from './syntax/html.ts';
import { joinCaptions } from './tables.ts';
import type { Block } from './tree.ts';

interface Frame {
  readonly name: string;
  /** The opening tag as written. */
  readonly raw: string;
  readonly span: Span;
  readonly blocks: Block[];
}

/**
 * The blocks of one parent, among which tags on lines of their own open and close elements. A slide that begins ends
 * them all, so that what is written can never reach over it.
 */
export class BlockElements {
  readonly #conversion: Conversion;
  readonly #root: Block[] = [];
  readonly #frames: Frame[] = [];

  constructor(conversion: Conversion) {
    this.#conversion = conversion;
  }

  /** Whether what is added now stands in an element. */
  get isInside(): boolean {
    return this.#frames.length > 0;
  }

  add(block: Block): void {
    if (block.kind === 'ruler' || (block.kind === 'heading' && block.depth <= 2)) this.#leaveAll();
    this.#blocks.push(block);
  }

  open(name: string, raw: string, span: Span): void {
    for (let top = this.#frames.at(-1); top && endsBefore(top.name, name); top = this.#frames.at(-1)) this.#finish();
    if (!mayStandIn(name, this.#frames.at(-1)?.name ?? null)) {
      this.#conversion.findings.push(leftOut(span, raw, 'misplaced'));
      return;
    }
    if (this.#frames.length >= DEEPEST) throw new TooDeep();
    this.#frames.push({ name, raw, span, blocks: [] });
  }

  close(name: string, raw: string, span: Span): void {
    if (!this.#frames.some((frame) => frame.name === name)) {
      this.#conversion.findings.push(leftOut(span, raw, 'lonely'));
      return;
    }
    while (this.#frames.at(-1)?.name !== name) this.#leave();
    this.#finish(span.end);
  }

  /** All blocks; elements that are still open are left out, with a finding. */
  end(): readonly Block[] {
    this.#leaveAll();
    return this.#root;
  }

  get #blocks(): Block[] {
    return this.#frames.at(-1)?.blocks ?? this.#root;
  }

  #leaveAll(): void {
    while (this.#frames.length > 0) this.#leave();
  }

  /** Ends the innermost element without its closing tag. What is hidden stays so, as far as it may reach. */
  #leave(): void {
    const frame = this.#frames.at(-1);
    if (!frame) return;
    if (!mayStayOpen(frame.name)) this.#conversion.findings.push(leftOut(frame.span, frame.raw, 'lonely'));
    if (mayStayOpen(frame.name) || isHiding(frame.raw)) {
      this.#finish();
      return;
    }
    this.#frames.pop();
    for (const block of frame.blocks) this.#blocks.push(block);
  }

  #finish(end?: number): void {
    const frame = this.#frames.pop();
    if (!frame) return;
    const { name, raw, span, blocks } = frame;
    const { attributes, html } = readAttributes(this.#conversion, raw, span);
    const whole = spanOf(span.source, span.start, end ?? blocks.at(-1)?.span.end ?? span.end);
    this.#blocks.push({ kind: 'element-block', name, attributes, html, blocks: joinCaptions(blocks), span: whole });
  }
}
