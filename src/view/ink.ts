import type { BackgroundView, SlideScene, View } from './view.ts';

/**
 * The view of a talk for paper that saves ink. Colours and videos behind slides are left out. Pictures behind slides stay;
 * upon them stands black text, and the CSS of paper makes them as pale as that needs.
 */
export function viewForInk(view: View): View {
  return {
    ...view,
    slides: view.slides.map((scene): SlideScene => ({ ...scene, background: inkBackground(scene.background) })),
  };
}

function inkBackground(background: BackgroundView | null): BackgroundView | null {
  return background?.kind === 'picture' ? { ...background, isDark: false } : null;
}
