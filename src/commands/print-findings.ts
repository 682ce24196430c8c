import type { Finding } from '../text/finding.ts';
import type { View } from '../view/view.ts';

/** Adds what is found: what two kinds find on the same slide is told once. */
export function addNew(findings: Finding[], found: readonly Finding[]): void {
  for (const finding of found) {
    const isTold = findings.some(({ message, slide }) => message === finding.message && slide === finding.slide);
    if (!isTold) findings.push(finding);
  }
}

/** What is found on a printed slide is about the place in the outline that it comes from. */
export function withPlaces(findings: readonly Finding[], view: View): readonly Finding[] {
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
