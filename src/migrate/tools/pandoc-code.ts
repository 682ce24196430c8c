import { carriedOtherwise, notCarried } from '../findings.ts';
import { readHtmlAttributes } from '../html-attributes.ts';
import type { Migration } from '../types.ts';
import { lineList } from './code-lines.ts';
import type { LineRule } from './lines.ts';

const FENCE = /^(\s*)(`{3,}|~{3,})[ \t]*(.*)$/;
const OPTION = /^\s*(?:#|\/\/|%%|--)\|\s*([\w-]+)\s*:\s*(.*)$/;

/** What stands beside what a cell makes. */
const CAPTIONS = ['fig-cap', 'tbl-cap', 'fig-subcap', 'tbl-subcap'];

interface Fence {
  readonly indent: string;
  readonly fence: string;
  readonly info: string;
  readonly body: readonly string[];
  /** Of lines, its fences among them. */
  readonly count: number;
}

/** Fenced code of Pandoc and Quarto: attributes in braces, raw formats, and cells that Quarto runs. */
export function codeRule({ findings }: Migration): LineRule {
  return (lines, index, origin) => {
    const code = readFence(lines, index);
    if (!code) return null;
    const whole = lines.slice(index, index + code.count).join('\n');
    const taken = (text: string) => ({ count: code.count, text });
    const raw = /^\{=(\w+)\}/.exec(code.info)?.[1];
    if (raw !== undefined) {
      if (raw === 'html') return taken(code.body.join('\n'));
      findings.push(notCarried(origin, `text in the format "${raw}"`));
      return taken('');
    }
    const cell = /^\{(\w+)((?:[\s,][^}]*)?)\}/.exec(code.info);
    if (cell) return taken(cellText(code, cell[1] ?? '', findings, origin));
    const list = /^([^\s{]*)\s*\{([^}]*)\}\s*$/.exec(code.info);
    return taken(list ? fenced(code, infoOf(list[1] ?? '', list[2] ?? '', findings, origin), code.body) : whole);
  };
}

function readFence(lines: readonly string[], index: number): Fence | null {
  const match = FENCE.exec(lines[index] ?? '');
  if (!match) return null;
  const [, indent = '', fence = '', info = ''] = match;
  let end = index + 1;
  const isEnd = (line: string): boolean =>
    line.trim().startsWith(fence) && line.trim() === (fence[0] ?? '').repeat(line.trim().length);
  while (end < lines.length && !isEnd(lines[end] ?? '')) end += 1;
  return {
    indent,
    fence,
    info: info.trim(),
    body: lines.slice(index + 1, end),
    count: Math.min(end, lines.length - 1) - index + 1,
  };
}

function fenced(
  { indent, fence }: Fence,
  info: { readonly info: string; readonly before: string },
  body: readonly string[],
): string {
  return [
    ...(info.before === '' ? [] : [`${indent}${info.before}`, '']),
    `${indent}${fence}${info.info}`,
    ...body,
    `${indent}${fence}`,
  ].join('\n');
}

type Findings = Migration['findings'];
type Origin = Parameters<LineRule>[2];

/** A cell is shown as code, since nothing runs it; where only what it makes was shown, it stands in the notes. */
function cellText(code: Fence, language: string, findings: Findings, origin: Origin): string {
  const written = code.body.map((line) => OPTION.exec(line)).filter((match) => match !== null);
  const options = new Map(written.map(([, name = '', value = '']) => [name, value.replace(/^["']|["']$/g, '')]));
  const captions = CAPTIONS.flatMap((name) => options.get(name) ?? []);
  const body = code.body.filter((line) => !OPTION.test(line));
  if (language === 'mermaid') return fenced(code, { info: 'mermaid', before: '' }, body);
  const lines = options.get('code-line-numbers') ?? '';
  const groups = /\d/.test(lines) ? ` ${lineList(lines, 1)}` : '';
  const text = fenced(code, { info: `${language}${groups}`, before: '' }, body);
  const under = captions.map((caption) => `\n\n${caption}`).join('');
  const isHidden = options.get('echo') === 'false' || /echo\s*=\s*F/.test(code.info);
  if (isHidden) {
    findings.push(
      carriedOtherwise(
        origin,
        `what this ${language} code makes`,
        'is not in the talk, which runs none; the code is in the notes',
      ),
    );
    return `::: notes\n${text}\n:::${under}`;
  }
  findings.push(carriedOtherwise(origin, `this ${language} code`, 'is shown and not run'));
  return text + under;
}

function infoOf(
  written: string,
  list: string,
  findings: Findings,
  origin: Origin,
): { readonly info: string; readonly before: string } {
  const classes = [...list.matchAll(/(?<![^\s])\.([\w+-]+)/g)].map(([, name = '']) => name);
  const pairs = readHtmlAttributes(list.replace(/(?<![^\s])[.#][\w+-]+/g, ' '), origin).filter(
    ({ value }) => value !== '',
  );
  const value = (...names: readonly string[]): string => pairs.find(({ name }) => names.includes(name))?.value ?? '';
  const [language = ''] = written === '' ? classes : [written];
  const others = classes.filter((name) => name !== language);
  const start = value('startfrom', 'start-from', 'data-start-from');
  const first = /^\d+$/.test(start) ? Number(start) : 1;
  const numbers = value('code-line-numbers', 'data-line-numbers', 'source-line-numbers');
  const isNumbered =
    others.some((name) => /^(?:numberLines|number-lines)$/i.test(name)) ||
    numbers === 'true' ||
    (numbers !== '' && /\d/.test(numbers));
  const step = others.includes('fragment') ? ' {.step}' : '';
  const known = [
    'startfrom',
    'start-from',
    'data-start-from',
    'code-line-numbers',
    'data-line-numbers',
    'source-line-numbers',
    'filename',
    'lang',
    'eval',
    'echo',
  ];
  for (const { name, value: own } of pairs)
    if (!known.includes(name)) findings.push(notCarried(origin, `${name}="${own}"`));
  const filename = value('filename');
  const groups = isNumbered ? ` ${lineList(numbers === 'true' ? '' : numbers, first, true)}` : '';
  return {
    info: `${language === '' ? 'text' : language}${groups}${step}`,
    before: filename === '' ? '' : `\`${filename}\``,
  };
}
