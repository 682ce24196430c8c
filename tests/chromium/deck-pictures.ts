import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import type { DeckTab } from './deck-tab.ts';

/** The files of the pictures in the page of a deck, as the page names them. */
export function picturesOf(deck: string): readonly string[] {
  const html = readFileSync(join(deck, 'index.html'), 'utf8');
  return [...html.matchAll(/<img loading="lazy" src="([^"]+)"/g)].map(([, path = '']) => path);
}

/** Comes true when a tab has asked for all of them: a deck does so when nothing else is to do. */
export async function waitForPictures(tab: DeckTab, pictures: readonly string[]): Promise<void> {
  const missing = () => pictures.filter((path) => !tab.requests.some((address) => address.endsWith(path)));
  await vi.waitFor(() => expect(missing()).toEqual([]), { timeout: 20_000 });
}
