import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tableUnder } from '../../scripts/doc-table.ts';

export { tableUnder };

/** The folder of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A page of the documents, taken apart. */
export interface Page {
  /** Relative to the repository. */
  readonly path: string;
  readonly headings: readonly Heading[];
  readonly blocks: readonly CodeBlock[];
  /** The addresses of links and pictures, as written. */
  readonly links: readonly string[];
  /** What stands between single backticks in its text. */
  readonly inlineCode: readonly string[];
  /** The text without blocks of code. */
  readonly prose: string;
}

interface Heading {
  readonly depth: number;
  readonly text: string;
  /** What a link to it says after `#`, as GitHub makes it. */
  readonly anchor: string;
}

export interface CodeBlock {
  /** The first word after the fence. */
  readonly language: string;
  readonly text: string;
  /** The text of the heading above it. */
  readonly heading: string;
  /** The line in its page, from 1. */
  readonly line: number;
  /** The layouts of its slides, as the line "Makes: ..." under it names them; empty without one. */
  readonly makes: readonly string[];
}

const FENCE = /^(`{3,})(\w*)/;

/** Reads a page by its path from the repository's folder. */
export function readPage(path: string): Page {
  const lines = readFileSync(`${ROOT}/${path}`, 'utf8').split('\n');
  const { blocks, proseLines } = takeBlocks(lines);
  const prose = proseLines.join('\n');
  const plain = prose.replace(/`[^`\n]*`/g, '');
  return {
    path,
    prose,
    blocks,
    headings: headingsOf(proseLines),
    links: [...plain.matchAll(/\]\(([^()\s]+)\)/g)].map(([, address = '']) => address),
    inlineCode: [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code),
  };
}

function takeBlocks(lines: readonly string[]): { blocks: readonly CodeBlock[]; proseLines: readonly string[] } {
  const blocks: CodeBlock[] = [];
  const proseLines: string[] = [];
  let heading = '';
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const [, fence, language = ''] = FENCE.exec(line) ?? [];
    if (fence === undefined) {
      heading = /^#+ (.*)/.exec(line)?.[1] ?? heading;
      proseLines.push(line);
      continue;
    }
    const end = lines.indexOf(fence, index + 1);
    const makes = /^Makes: (.*)\.$/.exec(lines[end + 2] ?? '')?.[1] ?? '';
    const names = [...makes.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
    const text = lines.slice(index + 1, end).join('\n');
    blocks.push({ language, text, heading, line: index + 1, makes: names });
    index = end;
  }
  return { blocks, proseLines };
}

function headingsOf(lines: readonly string[]): readonly Heading[] {
  return lines.flatMap((line): readonly Heading[] => {
    const [, signs = '', text = ''] = /^(#+) (.*)/.exec(line) ?? [];
    return signs === '' ? [] : [{ depth: signs.length, text, anchor: anchorOf(text) }];
  });
}

function anchorOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

/** The first cells of the rows of the table under a heading, without backticks; empty where there is none. */
export function firstColumn({ prose }: Page, heading: string): readonly string[] {
  return tableUnder(prose, heading).map(([first = '']) => first.replaceAll('`', ''));
}
