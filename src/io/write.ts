import { randomBytes } from 'node:crypto';
import { closeSync, fsync, linkSync, openSync, renameSync, rmSync, writeFile } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const TEMPORARY = /\.[0-9a-f]{12}\.tmp$/;
/** Younger ones may belong to a run that is still at work. */
const LEFT_OVER_MS = 3_600_000;

/** Names of temporary files that this run may have made. However it ends, by a signal too, they are removed. */
const temporaries = new Set<string>();
process.on('exit', () => temporaries.forEach(discard));

/** What to write: all bytes, or piece after piece, so that a large file need not be in memory. */
export type Bytes = Uint8Array | Iterable<Uint8Array>;

/** A file to write. */
export interface FileWrite {
  readonly path: string;
  readonly bytes: Bytes;
}

/** One of several files could not be written. */
export class WriteFault extends Error {
  readonly path: string;
  /** Node's name of the reason: `ENOSPC`. */
  readonly code: string;

  constructor(path: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.path = path;
    this.code = String(Object(cause).code ?? '');
  }
}

/**
 * Writes a file whole or not at all: to a temporary name beside it, flushed to the disk, then renamed over the old one.
 * A failure or an interruption leaves the old file as it was. Throws a `WriteFault`, with the temporary file removed.
 * Temporary files that an earlier run was killed over are removed after an hour.
 */
export function writeWhole(path: string, bytes: Bytes): Promise<void> {
  return writeTogether([{ path, bytes }]);
}

/**
 * Writes several files as `writeWhole` does, and all of them or none: none is renamed before each is on the disk, and
 * when one cannot be, those before it get their old files back. Throws a `WriteFault` with the file that it was.
 */
export async function writeTogether(files: readonly FileWrite[]): Promise<void> {
  await replaceFiles(files);
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) await sweep(folder);
}

/** A file on its way: what it will be stands at `temporary`, and for a moment what it was at `old`. */
interface StagedFile {
  readonly path: string;
  readonly temporary: string;
  readonly old: string;
}

async function replaceFiles(files: readonly FileWrite[]): Promise<void> {
  const staged = files.map(({ path }) => ({ path, temporary: temporaryName(path), old: temporaryName(path) }));
  try {
    for (const [index, { path, bytes }] of files.entries()) {
      const temporary = staged[index]?.temporary ?? '';
      await writeFlushed(temporary, bytes).catch((error) => {
        throw new WriteFault(path, error);
      });
    }
    takePlaces(staged);
  } finally {
    for (const { temporary, old } of staged) [temporary, old].forEach(discard);
  }
}

/** Renames all in one go, with no moment between two of them in which a signal could end the run. */
function takePlaces(staged: readonly StagedFile[]): void {
  const undo: (() => void)[] = [];
  for (const file of staged) {
    try {
      // With the last one all is done, or nothing of it.
      const putBack = file === staged.at(-1) ? nothing : keepOld(file);
      renameSync(file.temporary, file.path);
      undo.push(putBack);
    } catch (error) {
      for (const putBack of undo.reverse()) putBack();
      throw new WriteFault(file.path, error);
    }
  }
}

/**
 * Keeps what stands at a path under a second name, and gives a way to put it back. Where that cannot be done, as on
 * file systems without hard links, there is no way back.
 */
function keepOld({ path, old }: StagedFile): () => void {
  try {
    temporaries.add(old);
    linkSync(path, old);
    return () => renameSync(old, path);
  } catch (error) {
    return Object(error).code === 'ENOENT' ? () => rmSync(path, { force: true }) : nothing;
  }
}

const nothing = (): void => {};

function discard(temporary: string): void {
  try {
    rmSync(temporary, { force: true });
  } catch {
    // The next run removes it.
  }
  temporaries.delete(temporary);
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
  await mkdir(dirname(path), { recursive: true });
  // At once and not by a thread, which would still make the file after a signal has had all of them removed.
  temporaries.add(path);
  const file = openSync(path, 'wx');
  try {
    for (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) await promisify(writeFile)(file, piece);
    await promisify(fsync)(file);
  } finally {
    closeSync(file);
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
 * old ones cannot have, then the entries, then files left over from before are removed. Throws a `WriteFault`.
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
 * Writes files into a folder that do not refer to each other, as `writeTogether` does; then those of the folder itself that
 * are `isOwn` and not among them are removed. Throws a `WriteFault`.
 */
export async function writeSet({ folder, files, isOwn }: Omit<FolderWrite, 'entries'>): Promise<void> {
  await writeTogether(Array.from(files, ([name, bytes]) => ({ path: join(folder, name), bytes })));
  await removeOwn(folder, (name) => !files.has(name), isOwn);
}

async function writeUnlessThere(path: string, bytes: Uint8Array): Promise<void> {
  const old = await readFile(path).catch(() => null);
  if (old === null || !old.equals(bytes)) await replaceFiles([{ path, bytes }]);
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
