import { expect, test } from 'vitest';
import { viewForInk } from '../../src/view/ink.ts';
import type { BackgroundView } from '../../src/view/view.ts';
import { viewOf } from './view-of.ts';

const BACKGROUNDS: readonly (BackgroundView | null)[] = [
  { kind: 'color', value: '#10203aff', isDark: true },
  { kind: 'picture', value: 'sea.svg', isDark: true },
  { kind: 'video', value: 'sea.mp4', isDark: true },
  { kind: 'picture', value: 'sea.svg', isDark: false },
  null,
];

test('to save ink, nothing stands behind slides but pictures, with black text upon them', async () => {
  const { view } = await viewOf({ 'slides/00.md': BACKGROUNDS.map((_, index) => `# ${index}\n\n`).join('') });
  const slides = view.slides.map((scene, index) => ({ ...scene, background: BACKGROUNDS[index] ?? null }));
  const ink = viewForInk({ ...view, slides });
  const pale = { kind: 'picture', value: 'sea.svg', isDark: false };
  expect(ink.slides.map(({ background }) => background)).toEqual([null, pale, null, pale, null]);
  expect(ink.slides.map(({ slide }) => slide)).toEqual(view.slides.map(({ slide }) => slide));
});
