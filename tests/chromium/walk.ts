import type { DeckTab } from './deck-tab.ts';
import type { Place, SlideInPage } from './in-page.ts';

/** A place in one word: `years`, and `years+2` after two clicks. */
export function placeName({ slide, step }: Pick<Place, 'slide' | 'step'>): string {
  return step === 0 ? slide : `${slide}+${step}`;
}

/** Every place of a deck, in order. */
export function placesOf(slides: readonly SlideInPage[]): readonly string[] {
  return slides.flatMap(({ id, steps }) =>
    Array.from({ length: steps + 1 }, (_, step) => placeName({ slide: id, step })),
  );
}

/** Presses a key until it leads no further; gives the places on the way, and calls `visit` at each. */
export async function walk(
  tab: DeckTab,
  key: 'ArrowRight' | 'ArrowLeft',
  visit: (name: string, place: Place) => Promise<void> = async () => {},
): Promise<readonly string[]> {
  const visited: string[] = [];
  for (let place = await tab.place(); placeName(place) !== visited.at(-1); place = await tab.press(key)) {
    visited.push(placeName(place));
    await visit(placeName(place), place);
  }
  return visited;
}
