import type { Page } from 'puppeteer';

/** Changes the view of a deck by its key, and waits until it has changed. */
export async function chooseView(page: Page, view: 'reading' | 'slides'): Promise<void> {
  await page.keyboard.press('r');
  await page.waitForSelector(view === 'reading' ? 'html.is-reading' : 'html.is-slides section.present');
}
