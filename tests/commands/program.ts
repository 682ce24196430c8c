import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The program as `npm run build` makes it: the tests run what people run. */
export const PROGRAM = fileURLToPath(new URL('../../dist/rostrum/cli.js', import.meta.url));
export const FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url));

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What is different in the environment of a command. */
type Environment = Readonly<Record<string, string | undefined>>;

/** Runs a command to its end, from a folder. */
export function runCommand(
  file: string,
  args: readonly string[],
  folder: string,
  environment: Environment = {},
): Promise<Run> {
  return new Promise((resolve) => {
    const env = { ...process.env, NO_COLOR: undefined, ...environment };
    execFile(file, args, { cwd: folder, env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), stdout, stderr });
    });
  });
}

/** What is said of the browser as root; whether tests run as root is nothing about the program. */
const NOTICE = "running as root: the browser's sandbox is off (--no-sandbox)\n";

/** Runs `rostrum` with words, from a folder. */
export async function rostrum(args: readonly string[], folder: string, environment: Environment = {}): Promise<Run> {
  const run = await runCommand(process.execPath, [PROGRAM, ...args], folder, environment);
  return { ...run, stderr: run.stderr.replace(NOTICE, '') };
}

/** Folders of their own for tests, removed together at the end. */
export class Folders {
  readonly #folders: string[] = [];

  /** A new folder: empty, or with a copy of what another holds. */
  make(copied?: string): string {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'rostrum-test-')));
    this.#folders.push(folder);
    if (copied !== undefined) cpSync(copied, folder, { recursive: true });
    return folder;
  }

  removeAll(): void {
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true });
  }
}

/** All files below a folder by their paths, each as text in Latin-1, so that every byte counts. */
export function filesBelow(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.sort().map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]));
}
