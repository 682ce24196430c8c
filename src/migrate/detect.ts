import type { Source } from '../text/source.ts';
import { maskCode } from './mask.ts';
import type { DeckFields, Tool } from './types.ts';

/** Fields that only one of the tools has. */
const FIELDS: Readonly<Record<Exclude<Tool, 'quarto'>, RegExp>> = {
  marp: /^(?:marp|headingDivider|paginate|_?(?:header|footer|backgroundColor|backgroundImage|color|class)|size)$/,
  reveal: /^(?:revealOptions|separator|verticalSeparator|notesSeparator|highlightTheme|preprocessor|scripts)$/,
  pandoc: /^(?:slide-level|incremental|aspectratio|author-meta|institute|bibliography|header-includes|output)$/,
};
/** What only one of them has in its text. */
const SIGNS: Readonly<Record<Exclude<Tool, 'quarto'>, RegExp>> = {
  marp: /^!\[[^\]]*\bbg\b[^\]]*\]\(|<!--\s*_?(?:class|paginate|backgroundColor|backgroundImage|headingDivider|footer|header|theme|color)\s*:|<!--\s*fit\s*-->/m,
  reveal: /<!--\s*\.(?:slide|element)\s*:|^\s*notes?:|^--$/im,
  pandoc:
    /^:{3,}\s*(?:\{|\w)|^\. \. \.$|^> [-*+] |^#+ .*\{[^{}\n]*[#.=-][^{}\n]*\}\s*$|^%[ \t]|\]\{[^{}\n]*[.#=][^{}\n]*\}|^[=-]{3,}(?: +[=-]{3,})+$/m,
};
const QUARTO = /^#\|\s|^`{3,}\s*\{\w+\}|\{\{<\s*\w+|^:{3,}\s*\{[^}\n]*\.(?:callout-|panel-tabset|r-stack|aside)/m;

/** The tool that a deck was written for, by what only that tool has; without any, by how its slides are cut. */
export function toolOf(source: Source, body: string, { fields }: DeckFields): Tool {
  if (fields.marp === true) return 'marp';
  const { format } = fields;
  if (/\.qmd$/i.test(source.path) || /revealjs/.test(JSON.stringify(format ?? ''))) return 'quarto';
  const names = Object.keys(fields);
  const masked = maskCode(body);
  if (QUARTO.test(body)) return 'quarto';
  const tools = ['marp', 'reveal', 'pandoc'] as const;
  const scores = tools.map((tool) => {
    const fieldCount = names.filter((name) => FIELDS[tool].test(name)).length;
    const signCount = [...masked.matchAll(new RegExp(SIGNS[tool].source, 'gim'))].length;
    return { tool, score: 2 * fieldCount + signCount };
  });
  const [best] = scores.toSorted((one, other) => other.score - one.score);
  if (best && best.score > 0) return best.tool;
  return /^(?:---|\*\*\*|___)[ \t]*$/m.test(masked) ? 'reveal' : 'pandoc';
}
