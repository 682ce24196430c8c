import type { Token } from 'marked';
import { DEEPEST, TooDeep } from './bounds.ts';
import { classifyTag, type HtmlTag, isHiding } from './syntax/html.ts';

/** An opening tag, all to its closing one, and that. */
export interface ElementToken {
  readonly type: 'element';
  readonly raw: string;
  readonly opening: string;
  readonly name: string;
  readonly tokens: Token[];
}

/** A tag, or an element with all that is in it, that is left out. */
export interface LeftOutToken {
  readonly type: 'left-out';
  readonly raw: string;
  readonly tag: string;
  readonly reason: 'lonely' | 'refused' | 'dropped';
}

interface Frame {
  /** The tag that opened it; `null` for what stands outside of all elements. */
  readonly opening: string | null;
  readonly name: string;
  readonly kind: NamedTag['kind'];
  readonly tokens: Token[];
  /** All that it is made of, as written. */
  raw: string;
}

type NamedTag = Extract<HtmlTag, { readonly name: string }>;

/**
 * Inline tokens in which each pair of tags and what stands between them is an `ElementToken`. Tags without their other
 * half, and those that no slide may hold, become `LeftOutToken`s; what is no HTML stays as it is. Throws `TooDeep`.
 */
export function joinElements(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ type }) => type === 'html')) return tokens;
  const root: Frame = { opening: null, name: '', kind: 'inline', tokens: [], raw: '' };
  const frames: Frame[] = [root];
  for (const token of tokens) {
    const tag = token.type === 'html' ? classifyTag(token.raw) : null;
    if (tag !== null && 'name' in tag && tag.kind !== 'void') takeTag(frames, token.raw, tag);
    else add(frames.at(-1) ?? root, token, written(token));
  }
  while (frames.length > 1) leave(frames);
  return root.tokens;
}

function takeTag(frames: Frame[], raw: string, { kind, name, isClosing }: NamedTag): void {
  if (frames.length > DEEPEST) throw new TooDeep();
  // In a line there are no blocks: the browser would end the paragraph before them.
  if (!isClosing) frames.push({ opening: raw, name, kind: kind === 'block' ? 'refused' : kind, tokens: [], raw });
  else if (frames.some((frame) => frame.name === name)) close(frames, name, raw);
  else add(frames.at(-1), leftOut(raw, raw, 'lonely'), raw);
}

function add(frame: Frame | undefined, token: Token, raw: string): void {
  frame?.tokens.push(token);
  if (frame) frame.raw += raw;
}

/** A token as written: the sign before a note in the line is not in its `raw`. */
function written({ type, raw }: Token): string {
  return type === 'footnote-mark' && !raw.startsWith('[^') ? `^${raw}` : raw;
}

function close(frames: Frame[], name: string, raw: string): void {
  while (frames.at(-1)?.name !== name) leave(frames);
  const frame = frames.pop();
  if (frame?.opening == null) return;
  const { opening, kind, tokens } = frame;
  const outer = frames.at(-1);
  const whole = frame.raw + raw;
  if (kind === 'dropped' || (kind === 'refused' && isHiding(opening)))
    add(outer, leftOut(whole, opening, 'dropped'), whole);
  else if (kind === 'refused') {
    outer?.tokens.push(leftOut(opening, opening, 'refused'), ...tokens);
    if (outer) outer.raw += whole;
  } else add(outer, { type: 'element', raw: whole, opening, name, tokens } satisfies ElementToken, whole);
}

/** Leaves an element that is never closed: its tag goes, what is in it stays; but what is hidden stays so. */
function leave(frames: Frame[]): void {
  const frame = frames.pop();
  if (frame?.opening == null) return;
  const { opening, name, kind, tokens, raw } = frame;
  const outer = frames.at(-1);
  const reason = kind === 'refused' ? 'refused' : 'lonely';
  if (isHiding(opening)) {
    const element: ElementToken = { type: 'element', raw, opening, name, tokens };
    outer?.tokens.push(leftOut('', opening, reason), element);
  } else outer?.tokens.push(leftOut(opening, opening, reason), ...tokens);
  if (outer) outer.raw += raw;
}

function leftOut(raw: string, tag: string, reason: LeftOutToken['reason']): LeftOutToken {
  return { type: 'left-out', raw, tag, reason };
}
