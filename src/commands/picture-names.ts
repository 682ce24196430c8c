/** Letters at most of a slide's id in a name: names have 255 bytes at most, and a letter up to 4. */
const MOST_OF_ID = 50;
const FEWEST_DIGITS = { slide: 3, step: 2 };

/**
 * The names of the pictures of slides, page by page: `004-lights.png`, and where a slide takes several pages
 * `004-lights.00.png` before its first step, `004-lights.01.png` after it. In the order of the alphabet they are in that
 * of the slides, and a name stays as it is when other slides get steps.
 */
export function pictureNames(
  slides: readonly { readonly id: string; readonly number: number }[],
  pageCounts: readonly number[],
): readonly string[] {
  const highest = Math.max(0, ...slides.map(({ number }) => number));
  const digits = Math.max(FEWEST_DIGITS.slide, String(highest).length);
  return slides.flatMap(({ id, number }, index) => {
    const stem = `${String(number).padStart(digits, '0')}-${inName(id)}`;
    const count = pageCounts[index] ?? 1;
    return count === 1
      ? [`${stem}.png`]
      : Array.from({ length: count }, (_, step) => `${stem}.${inOrder(step, count - 1)}.png`);
  });
}

function inOrder(step: number, last: number): string {
  return String(step).padStart(Math.max(FEWEST_DIGITS.step, String(last).length), '0');
}

/** What every file system takes of an id. */
function inName(id: string): string {
  const letters = id.replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-');
  return [...letters].slice(0, MOST_OF_ID).join('');
}
