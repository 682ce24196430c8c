import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'rostrum-browser-';

/**
 * A new folder for a browser's scratch files, in the system's temporary folder: the browser writes there, never into
 * the person's own profile. Its name holds the id of this process, so that a later run can tell whose it was.
 */
export function createProfileFolder(): string {
  removeStaleProfiles();
  return mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
}

/** Removes a profile folder. Waits a little for files that the ending browser still writes; never rejects. */
export async function removeProfileFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }).catch(() => {});
}

/** Removes the folders of runs that were killed before they could. */
function removeStaleProfiles(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : Number.NaN;
    if (Number.isNaN(owner) || isRunning(owner)) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Another person's folder: theirs to remove.
    }
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
