import type { Page } from 'puppeteer';

/** A font that draws text: its family, and whether it came with the page and not from the system. */
export interface DrawnFont {
  readonly family: string;
  readonly isBundled: boolean;
}

/** The fonts that really draw the text of the elements a selector finds, each once, sorted. */
export async function readFonts(page: Page, selector: string): Promise<readonly DrawnFont[]> {
  await page.evaluate('document.fonts.ready.then(() => true)');
  const session = await page.createCDPSession();
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector });
  const answers = await Promise.all(nodeIds.map((nodeId) => session.send('CSS.getPlatformFontsForNode', { nodeId })));
  await session.detach();
  const found = answers.flatMap(({ fonts }) => fonts.map((font) => `${font.familyName}|${font.isCustomFont}`));
  return [...new Set(found)].sort().map((font) => {
    const [family = '', isCustom] = font.split('|');
    return { family, isBundled: isCustom === 'true' };
  });
}
