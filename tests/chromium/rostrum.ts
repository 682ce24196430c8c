import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const PROGRAM = fileURLToPath(new URL('../../dist/rostrum/cli.js', import.meta.url));

/** The talk that ships with Rostrum. */
export const SHIPPED_TALK = fileURLToPath(new URL('../..', import.meta.url));
/** A small talk with every layout, every kind of step, and words that must not be published. */
export const HARBOUR_TALK = fileURLToPath(new URL('../fixtures/harbour', import.meta.url));

/** Runs the built program as a person would. Rejects, with what it said, when it fails. */
export async function rostrum(
  args: readonly string[],
  { folder = tmpdir(), environment = {} }: { folder?: string; environment?: Record<string, string> } = {},
): Promise<void> {
  if (!existsSync(PROGRAM)) throw new Error('there is no built program to test: run "npm run build" first');
  const options = { cwd: folder, env: { ...process.env, ...environment } };
  await promisify(execFile)(process.execPath, [PROGRAM, ...args], options);
}

/** A folder for what a test makes; `remove` it at the end. */
export interface ScratchFolder {
  path(...parts: readonly string[]): string;
  remove(): void;
}

/** Makes an empty folder of its own among the temporary files. */
export function createScratchFolder(): ScratchFolder {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-chromium-'));
  return {
    path: (...parts) => join(folder, ...parts),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** All files of a folder with their bytes, by their path in it with `/` between the parts. */
export function readFolder(folder: string): ReadonlyMap<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
    .sort();
  return new Map(paths.map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path)]));
}
