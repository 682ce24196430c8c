import { imageSize } from 'image-size';
import type { PictureSize } from '../markdown/render-context.ts';

/** Turned by its camera: what is written as the width is the height (EXIF 2.3, 4.6.4, Orientation). */
const TURNED = 5;

/** Tells the size of pictures by the bytes of their files, each read once; `null` for what has none, or is no picture. */
export function pictureSizes(files: ReadonlyMap<string, Uint8Array>): (src: string) => PictureSize | null {
  const known = new Map<string, PictureSize | null>();
  return (src) => {
    const size = known.get(src) ?? sizeOf(files.get(src));
    known.set(src, size);
    return size;
  };
}

function sizeOf(bytes: Uint8Array | undefined): PictureSize | null {
  if (bytes === undefined) return null;
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    if (!(width > 0) || !(height > 0)) return null;
    return orientation < TURNED ? { widthPx: width, heightPx: height } : { widthPx: height, heightPx: width };
  } catch {
    // A picture whose size cannot be read is drawn all the same; where it is broken, the print says so.
    return null;
  }
}
