import type { Token } from 'marked';
import { DEEPEST, TooDeep } from './bounds.ts';
import { classifyTag, type HtmlTag } from './syntax/html.ts';

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
}

type NamedTag = Extract<HtmlTag, { readonly name: string }>;

/**
 * Inline tokens in which each pair of tags and what stands between them is an `ElementToken`. Tags without their other
 * half, and those that no slide may hold, become `LeftOutToken`s; what is no HTML stays as it is. Throws `TooDeep`.
 */
export function joinElements(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ type }) => type === 'html')) return tokens;
  const root: Frame = { opening: null, name: '', kind: 'inline', tokens: [] };
  const frames: Frame[] = [root];
  for (const token of tokens) {
    const tag = token.type === 'html' ? classifyTag(token.raw) : null;
    if (tag !== null && 'name' in tag && tag.kind !== 'void') takeTag(frames, token.raw, tag);
    else (frames.at(-1) ?? root).tokens.push(token);
  }
  while (frames.length > 1) leave(frames);
  return root.tokens;
}

function takeTag(frames: Frame[], raw: string, { kind, name, isClosing }: NamedTag): void {
  if (frames.length > DEEPEST) throw new TooDeep();
  // In a line there are no blocks: the browser would end the paragraph before them.
  if (!isClosing) frames.push({ opening: raw, name, kind: kind === 'block' ? 'refused' : kind, tokens: [] });
  else if (frames.some((frame) => frame.name === name)) close(frames, name, raw);
  else frames.at(-1)?.tokens.push(leftOut(raw, raw, 'lonely'));
}

function close(frames: Frame[], name: string, raw: string): void {
  while (frames.at(-1)?.name !== name) leave(frames);
  const frame = frames.pop();
  if (frame?.opening == null) return;
  const { opening, kind, tokens } = frame;
  const outer = frames.at(-1)?.tokens ?? [];
  const whole = opening + tokens.map((token) => token.raw).join('') + raw;
  if (kind === 'dropped') outer.push(leftOut(whole, opening, 'dropped'));
  else if (kind === 'refused') outer.push(leftOut(opening, opening, 'refused'), ...tokens);
  else outer.push({ type: 'element', raw: whole, opening, name, tokens } satisfies ElementToken);
}

/** Leaves an element that is never closed: its tag goes, what is in it stays. */
function leave(frames: Frame[]): void {
  const frame = frames.pop();
  if (frame?.opening == null) return;
  const { opening, kind, tokens } = frame;
  frames.at(-1)?.tokens.push(leftOut(opening, opening, kind === 'refused' ? 'refused' : 'lonely'), ...tokens);
}

function leftOut(raw: string, tag: string, reason: LeftOutToken['reason']): LeftOutToken {
  return { type: 'left-out', raw, tag, reason };
}
