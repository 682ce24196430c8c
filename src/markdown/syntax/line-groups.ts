import type { Code, LineRange } from '../tree.ts';

const RANGES = '(?:all|\\d+(?:-\\d+)?(?:,\\d+(?:-\\d+)?)*)';
const GROUPS = new RegExp(`\\{\\s*(${RANGES}?(?:\\|${RANGES}?)*)(?=[\\s}])`);

/**
 * The lines to point out that the words after a fence name: `{1|3-5,8|all}` (reveal.js's and Slidev's form), one group
 * for each click; and those words without them, of the same length, so that places stay.
 */
export function lineGroupsOf(info: string): { readonly info: string; readonly groups: Code['lineGroups'] } {
  const match = GROUPS.exec(info);
  const written = match?.[1] ?? '';
  if (!match || written === '') return { info, groups: [] };
  const groups = written.split('|').map((group) => (group === '' || group === 'all' ? null : rangesOf(group)));
  const blank = `${info.slice(0, match.index)}{${' '.repeat(match[0].length - 1)}${info.slice(match.index + match[0].length)}`;
  return { info: blank.replace(/\{\s*\}/, (braces) => ' '.repeat(braces.length)).trimEnd(), groups };
}

function rangesOf(group: string): readonly LineRange[] {
  return group.split(',').flatMap((range) => parseLineRange(range) ?? []);
}

/** `3-9` or `3` as a range of lines; `null` for anything else. */
export function parseLineRange(text: string): LineRange | null {
  const match = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(text);
  if (!match) return null;
  const first = Number(match[1]);
  const last = Number(match[2] ?? match[1]);
  return first >= 1 && last >= first ? { first, last } : null;
}
