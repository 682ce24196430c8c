import Handlebars from 'handlebars';
import type { Source } from '../text/source.ts';

/** A place in a template that draws a partial. */
export interface PartialCall {
  readonly partial: string;
  /** Whether the partial has the same names as the template that calls it: not inside `each` or `with`, nor with a context of its own. */
  readonly hasAllNames: boolean;
  /** The names that the call adds: `size` in `{{> heading size="small"}}`. */
  readonly added: readonly string[];
}

/** The calls of partials in a template, in order; none in one that cannot be read. */
export function callsOf({ text }: Source): readonly PartialCall[] {
  const finder = new CallFinder();
  try {
    finder.accept(Handlebars.parse(text));
  } catch {
    // Whoever draws it is told where and why.
    return [];
  }
  return finder.calls;
}

class CallFinder extends Handlebars.Visitor {
  readonly calls: PartialCall[] = [];
  #depth = 0;

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    const { name, params, hash } = partial;
    const added = hash?.pairs.map(({ key }) => key) ?? [];
    const hasAllNames = this.#depth === 0 && params.length === 0;
    this.calls.push({ partial: 'original' in name ? String(name.original) : '', hasAllNames, added });
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    const name = 'original' in block.path ? String(block.path.original) : '';
    const isDeeper = name === 'each' || name === 'with';
    if (isDeeper) this.#depth += 1;
    if (block.program) this.accept(block.program);
    if (isDeeper) this.#depth -= 1;
    if (block.inverse) this.accept(block.inverse);
  }
}
