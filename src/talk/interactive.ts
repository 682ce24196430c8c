import { plainText } from '../markdown/render.ts';
import { interactiveClass, panelsOf } from '../markdown/render-interactive.ts';
import { attributeOf, type Division } from '../markdown/tree.ts';
import { secondsOf } from '../text/duration.ts';
import type { Finding } from '../text/finding.ts';
import { spanOf } from '../text/source.ts';
import { emptyAgenda, invalidCountdown, nothingToCount, scoreWithoutQuiz, tabsWithoutHeadings } from './findings.ts';
import { partsOf } from './parts.ts';
import type { TalkSlide } from './types.ts';

const FEWEST_TABS = 2;
const LONGEST_SECONDS = 24 * 3600;

/**
 * What people can work with, and cannot as it is written. Findings: `tabs-without-headings`, `invalid-countdown`,
 * `empty-agenda`, `score-without-quiz`, `nothing-to-count`.
 */
export function checkInteractive(slides: readonly TalkSlide[], findings: Finding[]): void {
  const hasParts = partsOf(slides).length > 0;
  const hasQuestions = slides.some(({ content }) => content.kind === 'quiz');
  for (const slide of slides) {
    const { interactive, counters } = slide.contents;
    for (const division of interactive) {
      const finding = divisionFinding(division, hasParts, hasQuestions);
      if (finding) findings.push(finding);
    }
    const lost = counters.find(({ children }) => !/\d/.test(plainText(children)));
    if (lost) findings.push(nothingToCount(lost.span));
    const flag = slide.attributes.find(({ kind, name }) => kind === 'class' && name === 'count-up');
    const counts = slide.content.kind === 'number' && /\d/.test(slide.content.figure);
    if (flag && !counts) findings.push(nothingToCount(flag.span));
  }
}

function divisionFinding(division: Division, hasParts: boolean, hasQuestions: boolean): Finding | null {
  const { attributes, blocks, span } = division;
  const place = attributes[0]?.span ?? spanOf(span.source, span.start);
  switch (interactiveClass(division)) {
    case 'tabs':
      return panelsOf(blocks).panels.length < FEWEST_TABS ? tabsWithoutHeadings(place) : null;
    case 'countdown': {
      const time = attributeOf(attributes, 'time');
      const seconds = time ? secondsOf(time.value) : null;
      if (seconds !== null && seconds > 0 && seconds <= LONGEST_SECONDS) return null;
      return invalidCountdown(time?.span ?? place, time?.value ?? null);
    }
    case 'agenda':
      return hasParts ? null : emptyAgenda(place);
    case 'score':
      return hasQuestions ? null : scoreWithoutQuiz(place);
    default:
      return null;
  }
}
