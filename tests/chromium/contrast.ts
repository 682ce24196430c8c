import type { Page } from 'puppeteer';
import { measureContrasts } from '../../src/print/measure-contrasts.ts';
import { measureTexts } from '../../src/print/measure-texts.ts';

/** The same page for the half of Puppeteer that prints, whose types are declared apart. */
type MeasuredPage = Parameters<typeof measureContrasts>[0];

/** A text as it is drawn, and the contrast (WCAG 2.2) of its colour with what it stands on. */
export interface TextContrast {
  readonly text: string;
  readonly contrast: number;
}

/** The contrast of every line of text in the boxes of a page. */
export async function measureContrast(page: Page, selector: string): Promise<readonly TextContrast[]> {
  const { texts } = await page.evaluate(measureTexts, { boxes: selector, without: '' });
  const width = Math.ceil(Number(await page.evaluate('document.documentElement.scrollWidth')));
  const contrasts = await measureContrasts(page as unknown as MeasuredPage, width, texts);
  return contrasts.map(({ words, contrast }) => ({ text: words, contrast }));
}
