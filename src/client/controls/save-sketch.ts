import type { SlideSize } from '../slides.ts';
import type { Sketch } from './sketch.ts';
import { STROKE_WIDTH, strokePath } from './strokes.ts';

/** Pixels of the picture for each px of the slide. */
const SCALE = 2;

/**
 * Saves what is drawn on a slide as a PNG, twice as large as the slide: the lines on the ground of the slide. The slide itself is not
 * in it: a browser lets no script make a picture of fonts and files beside the page.
 */
export async function saveSketch(
  sketch: Sketch,
  section: HTMLElement,
  { widthPx, heightPx }: SlideSize,
): Promise<void> {
  const canvas = document.createElement('canvas');
  canvas.width = widthPx * SCALE;
  canvas.height = heightPx * SCALE;
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.scale(SCALE, SCALE);
  context.fillStyle = groundOf(section);
  context.fillRect(0, 0, widthPx, heightPx);
  context.lineWidth = STROKE_WIDTH;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  const paths = [...sketch.svg.querySelectorAll('path')];
  for (const [index, stroke] of sketch.strokes.entries()) {
    context.strokeStyle = paths[index] ? getComputedStyle(paths[index]).stroke : '#000000';
    context.stroke(new Path2D(strokePath(stroke)));
  }
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (picture) download(picture, `${section.id}.png`);
}

/** The colour that a slide stands on: its own, else that of what is behind it. */
function groundOf(section: HTMLElement): string {
  const grounds = [section.querySelector('.slide'), document.body, document.documentElement];
  const colors = grounds.flatMap((element) => (element ? [getComputedStyle(element).backgroundColor] : []));
  return colors.find((color) => color !== 'transparent' && color !== 'rgba(0, 0, 0, 0)') ?? '#ffffff';
}

function download(picture: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(picture);
  link.download = name;
  link.click();
  // The browser has taken hold of it before anything else runs.
  window.setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
}
