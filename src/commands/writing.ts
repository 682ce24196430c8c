import { WriteFault } from '../io/write.ts';
import { Stop } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { cannotWrite } from './findings.ts';

/**
 * Waits for a file or folder to be written. Throws a `Stop` (`cannot-write`) when that fails, with its place; without
 * one, with the file among several that it was.
 */
export async function written(host: Host, place: string | null, writing: Promise<void>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    const path = place ?? (error instanceof WriteFault ? error.path : host.folder);
    throw new Stop([cannotWrite(host.display(path), error)]);
  }
}
