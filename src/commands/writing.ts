import { Stop } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { cannotWrite } from './findings.ts';

/** Waits for a file or folder to be written. Throws a `Stop` (`cannot-write`) with its place when that fails. */
export async function written(host: Host, path: string, writing: Promise<void>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    throw new Stop([cannotWrite(host.display(path), error)]);
  }
}
