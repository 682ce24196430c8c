import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const TEMPORARY = /\.[0-9a-f]{12}\.tmp$/;
/** Younger ones may belong to a run that is still at work. */
const LEFT_OVER_MS = 3_600_000;

/** What to write: all bytes, or piece after piece, so that a large file need not be in memory. */
export type Bytes = Uint8Array | Iterable<Uint8Array>;

/**
 * Writes a file whole or not at all: to a temporary name beside it, flushed to the disk, then renamed over the old one.
 * A failure or an interruption leaves the old file as it was. Throws Node's error, with the temporary file removed.
 * Temporary files that an earlier run was killed over are removed after an hour.
 */
export async function writeWhole(path: string, bytes: Bytes): Promise<void> {
  await replaceFile(path, bytes);
  await sweep(dirname(path));
}

async function replaceFile(path: string, bytes: Bytes): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = temporaryName(path);
  try {
    await writeFlushed(temporary, bytes);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function sweep(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((candidate) => TEMPORARY.test(candidate))) {
    const path = join(folder, name);
    const age = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > LEFT_OVER_MS) await rm(path, { force: true }).catch(() => {});
  }
}

function temporaryName(path: string): string {
  return `${path}.${randomBytes(6).toString('hex')}.tmp`;
}

async function writeFlushed(path: string, bytes: Bytes): Promise<void> {
  const file = await open(path, 'wx');
  try {
    for (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) await file.writeFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The files of a folder, to be written together. */
export interface FolderWrite {
  readonly folder: string;
  /** Path in the folder -> bytes. Every file but the `entries` must have a name that no other content has. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The files that refer to the others: they are renamed last, and until then the old folder works as before. */
  readonly entries: readonly string[];
  /** Whether a file that is left over from before is ours to remove. */
  readonly isOwn: (name: string, bytes: Uint8Array) => boolean;
}

/**
 * Writes a folder so that at every moment its entries and all they refer to are whole: new files first, under names that
 * old ones cannot have, then the entries, then files left over from before are removed. Throws Node's error.
 */
export async function writeFolder({ folder, files, entries, isOwn }: FolderWrite): Promise<void> {
  const others = [...files].filter(([path]) => !entries.includes(path));
  await Promise.all(others.map(([path, bytes]) => writeUnlessThere(join(folder, path), bytes)));
  for (const entry of entries) {
    const bytes = files.get(entry);
    if (bytes) await writeWhole(join(folder, entry), bytes);
  }
  await removeLeftovers(folder, files, isOwn);
}

/**
 * Writes files into a folder that do not refer to each other: all under temporary names first, which are then renamed, so that
 * a failure or an interruption before that leaves the old ones as they were. Files of the folder itself that are `isOwn`
 * and not among them are removed then. Throws Node's error, with the temporary files removed.
 */
export async function writeTogether({ folder, files, isOwn }: Omit<FolderWrite, 'entries'>): Promise<void> {
  await mkdir(folder, { recursive: true });
  const waiting = new Map([...files.keys()].map((name) => [temporaryName(join(folder, name)), join(folder, name)]));
  const contents = [...files.values()];
  try {
    for (const [index, temporary] of [...waiting.keys()].entries()) {
      await writeFlushed(temporary, contents[index] ?? new Uint8Array());
    }
    for (const [temporary, path] of waiting) await rename(temporary, path);
  } catch (error) {
    await Promise.all([...waiting.keys()].map((temporary) => rm(temporary, { force: true })));
    throw error;
  }
  await sweep(folder);
  await removeOwn(folder, (name) => !files.has(name), isOwn);
}

async function writeUnlessThere(path: string, bytes: Uint8Array): Promise<void> {
  const old = await readFile(path).catch(() => null);
  if (old === null || !old.equals(bytes)) await replaceFile(path, bytes);
}

async function removeLeftovers(
  folder: string,
  files: FolderWrite['files'],
  isOwn: FolderWrite['isOwn'],
): Promise<void> {
  const assets = join(folder, 'assets');
  await sweep(assets);
  await removeOwn(assets, (name) => !files.has(`assets/${name}`), isOwn);
}

/** Removes the files of a folder that are left over, where they are ours. */
async function removeOwn(
  folder: string,
  isLeftOver: (name: string) => boolean,
  isOwn: FolderWrite['isOwn'],
): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter(isLeftOver)) {
    const bytes = await readFile(join(folder, name)).catch(() => null);
    if (bytes && isOwn(name, bytes)) await rm(join(folder, name), { force: true });
  }
}
