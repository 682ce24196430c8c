import { type Checked, type Finding, Stop, stopOnErrors } from '../text/finding.ts';
import type { View } from '../view/view.ts';

/** Adds what is found: what two kinds find on the same slide is told once. */
export function addNew(findings: Finding[], found: readonly Finding[]): void {
  for (const finding of found) {
    const isTold = findings.some(({ message, slide }) => message === finding.message && slide === finding.slide);
    if (!isTold) findings.push(finding);
  }
}

/**
 * Waits for what is made of pages in a browser. What was found of it, and of the pages before, is added to `findings`, with
 * its places in the outlines. Throws `Stop` with all when there is an error.
 */
export async function checkedPrint<T>(
  making: Promise<Checked<T>>,
  pages: Checked<unknown>,
  view: View,
  findings: Finding[],
): Promise<T> {
  const made = await making.catch((error) => {
    throw error instanceof Stop ? new Stop(withPlaces(error.findings, view)) : error;
  });
  addNew(findings, [...pages.findings, ...withPlaces(made.findings, view)]);
  stopOnErrors(findings);
  return made.value;
}

/** What is found on a printed slide is about the place in the outline that it comes from. */
function withPlaces(findings: readonly Finding[], view: View): readonly Finding[] {
  return findings.map((finding) => {
    const scene = view.slides.find(({ slide }) => slide.id === finding.slide);
    return scene && !finding.span ? { ...finding, span: scene.span } : finding;
  });
}

/** What is said last when something was printed that does not fit. */
export function cutOff(findings: readonly Finding[]): readonly string[] {
  const count = findings.filter(({ rule }) => rule === 'does-not-fit').length;
  return count === 0 ? [] : [`Printed all the same, though it does not fit and is cut off: ${count} (see above).`];
}
