import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stop } from '../text/finding.ts';
import { noScratchFolder } from './findings.ts';

const PREFIX = 'rostrum-browser-';
/** For files that an ending browser still writes. */
const RETRIES = { maxRetries: 5, retryDelay: 50 };

/** The folders of this run. However it ends, by a signal too, they are removed. */
const folders = new Set<string>();
process.on('exit', () => {
  for (const folder of folders) removeNow(folder, RETRIES);
});

/**
 * A new folder for a browser's scratch files, in the system's temporary folder: the browser writes there, never into
 * the person's own profile. Its name holds the id of this process, so that a later run can tell whose it was. Throws a
 * `Stop` (`browser-failed`) when it cannot be made.
 */
export function createProfileFolder(): string {
  try {
    removeStaleProfiles();
    const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
    folders.add(folder);
    return folder;
  } catch (error) {
    throw new Stop([noScratchFolder(tmpdir(), error)]);
  }
}

/** Removes a profile folder. Waits a little for files that the ending browser still writes; never rejects. */
export async function removeProfileFolder(folder: string): Promise<void> {
  const removed = rm(folder, { recursive: true, force: true, ...RETRIES });
  await removed.then(
    () => folders.delete(folder),
    () => {},
  );
}

/** Removes the folders of runs that were killed before they could. */
function removeStaleProfiles(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : Number.NaN;
    if (Number.isNaN(owner) || isRunning(owner)) continue;
    removeNow(join(tmpdir(), name));
  }
}

function removeNow(folder: string, retries: Partial<typeof RETRIES> = {}): void {
  try {
    rmSync(folder, { recursive: true, force: true, ...retries });
  } catch {
    // Another person's folder, theirs to remove; or one that a later run removes.
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, under another name.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
