/** A fence, also in an item of a list. One of backticks has none after it: else it is code in a line of text. */
const FENCE = /^((?:[ \t]*(?:[-+*]|\d{1,9}[.)])(?=[ \t]))*[ \t]*)(`{3,}(?=[^`]*$)|~{3,})/;
const FENCE_END = /^[ \t]*(`{3,}|~{3,})$/;

/**
 * Whether each line, told one after the other, belongs to fenced code, its fences among it. A fence that does not stand
 * at the margin belongs to an item of a list, and ends with it at the next line that does. Lines come without white
 * space at their ends.
 */
export function trackFences(): (line: string) => boolean {
  let fence = '';
  let isInset = false;
  return (line) => {
    if (fence !== '' && isInset && /^\S/.test(line)) fence = '';
    if (fence !== '') {
      if (FENCE_END.exec(line)?.[1]?.startsWith(fence)) fence = '';
      return true;
    }
    const opening = line.includes('```') || line.includes('~~~') ? FENCE.exec(line) : null;
    if (opening?.[2] === undefined) return false;
    fence = opening[2];
    isInset = opening[1] !== '';
    return true;
  };
}
