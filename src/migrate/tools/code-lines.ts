import { mapTraced, type TracedText } from '../traced.ts';

const FENCE = /^(\s*(?:`{3,}|~{3,})\s*)([^\s`[{]*)\s*\[(?:(\d+)\s*:\s*)?([\d\s|,-]*)\](.*)$/;

/** The lines to point out after a fence, `[1-2|3]` or `[5: 1|2]` in reveal.js's form, as an outline has them. */
export function carryLineNumbers(text: TracedText): TracedText {
  if (!/^\s*(?:`{3}|~{3})[^\n]*\[/m.test(text.text)) return text;
  return mapTraced(text, (line) => {
    const match = FENCE.exec(line);
    if (!match) return line;
    const [, fence = '', language = '', first, groups = '', rest = ''] = match;
    const list = lineList(groups, first === undefined ? 1 : Number(first), first !== undefined);
    return `${fence}${language === '' ? 'text' : language} ${list}${rest.trimEnd()}`.trimEnd();
  });
}

/** Line groups, counted from 1, as an attribute list in which they are counted as they are shown. */
export function lineList(groups: string, first: number, isNumbered = false): string {
  const shown = groups.replace(/\s+/g, '').replace(/\d+/g, (number) => String(Number(number) + first - 1));
  const hasGroups = /\d/.test(shown);
  const words = [
    ...(hasGroups ? [shown.replace(/^\|/, 'all|').replace(/\|$/, '|all').replaceAll('||', '|all|')] : []),
    ...(isNumbered || !hasGroups ? ['.numbers'] : []),
    ...(first === 1 ? [] : [`start=${first}`]),
  ];
  return `{${words.join(' ')}}`;
}
