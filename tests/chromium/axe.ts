import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer';
import { expect } from 'vitest';
import type { DeckTab } from './deck-tab.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A contrast of 4.5:1 is not looked for: `color-contrast-enhanced` looks for 7:1 in the same way. */
const COVERED = ['color-contrast'];

/**
 * Runs all rules of axe-core on what a page shows, those of level AAA, experimental or a best practice among them, and gives
 * what breaks them at any level, one line each: `rule (impact): element: what is wrong`. axe stays in the page, so that
 * many states of it can be tested; it comes by way of the debugger, for which the page's policy does not count.
 */
export async function findViolations(page: Page): Promise<readonly string[]> {
  if (await page.evaluate('typeof axe === "undefined"')) await page.evaluate(AXE);
  return (await page.evaluate(`(async () => {
    const covered = ${JSON.stringify(COVERED)};
    const rules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: !covered.includes(ruleId) }]));
    const { violations } = await axe.run(document, { rules, resultTypes: ['violations'] });
    return violations.flatMap(({ id, impact, nodes }) =>
      nodes.map(({ target, failureSummary }) =>
        id + ' (' + impact + '): ' + target.join(' ') + ': ' + failureSummary.replace(/\\s+/g, ' ')));
  })()`)) as readonly string[];
}

/** Expects that axe finds nothing in a tab as it is now. `where` says in the failure which state that is. */
export async function expectNoViolations(tab: Pick<DeckTab, 'page'>, where = ''): Promise<void> {
  expect(await findViolations(tab.page), where).toEqual([]);
}
