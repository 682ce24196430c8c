import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { name, scripts, version } from '../../package.json';
import { createDiskHost } from '../../src/io/disk.ts';
import type { Host } from '../../src/text/host.ts';
import { ROOT } from './pages.ts';

const PROGRAM = join(ROOT, 'dist/rostrum/cli.js');
/** What npm does without a script. It would install or pack, so it is not run here. */
const OWN_WORDS = ['ci', 'cit', 'pack', 'install'];

/** What is said of the browser as root; whether tests run as root is nothing about the program. */
const NOTICE = "running as root: the browser's sandbox is off (--no-sandbox)\n";

/** What a run of the program came to. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

/** An empty folder that somebody stands in, with the built program as `rostrum`. */
export class Shell {
  readonly folder = mkdtempSync(join(tmpdir(), 'rostrum-docs-'));

  /** Writes files by their path in the folder. */
  write(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      writeFileSync(join(this.folder, path), text);
    }
  }

  /** The host that stands in the folder. */
  host(): Host {
    const { platform, env: environment } = process;
    const isRoot = process.getuid?.() === 0;
    return createDiskHost({ folder: this.folder, environment, platform, isRoot, home: homedir() });
  }

  /** Runs `rostrum` with these words. Never rejects. */
  async rostrum(words: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Run> {
    // What a command keeps for a person, it keeps here for the one who stands in the folder.
    const settings = join(this.folder, '.settings');
    const own = { NO_COLOR: '1', XDG_CONFIG_HOME: settings, APPDATA: settings, ...environment };
    const options = { cwd: this.folder, env: { ...process.env, ...own } };
    try {
      const { stdout, stderr } = await promisify(execFile)(process.execPath, [PROGRAM, ...words], options);
      return { code: 0, out: stdout, errors: stderr.replace(NOTICE, '') };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, out: stdout, errors: stderr.replace(NOTICE, '') };
    }
  }

  /** Does what a line of a page says, as far as that can be done in a test: '' when it works, else what is wrong. */
  async follow(line: string): Promise<string> {
    for (const command of line.split(' && ')) {
      const wrong = await this.#followOne(command.trim().split(/\s+/));
      if (wrong !== '') return `${command}: ${wrong}`;
    }
    return '';
  }

  async #followOne(words: readonly string[]): Promise<string> {
    const environment = environmentOf(words.filter(isAssignment));
    const [program = '', ...others] = words.filter((word) => !isAssignment(word));
    if (program === 'npm') return wrongWithNpm(others);
    if (program !== 'rostrum' && !(program === 'npx' && others[0] === 'rostrum')) return 'this cannot be tested';
    const { code, errors } = await this.rostrum(program === 'npx' ? others.slice(1) : others, environment);
    return code === 0 ? '' : `exit ${code}: ${errors}`;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function isAssignment(word: string): boolean {
  return /^[A-Z_]+=/.test(word);
}

/** The path of a browser on a page is an example: where it is not there, Node stands in, which nothing here starts. */
function environmentOf(assignments: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    assignments.map((assignment) => {
      const at = assignment.indexOf('=');
      const path = assignment.slice(at + 1);
      return [assignment.slice(0, at), existsSync(path) ? path : process.execPath];
    }),
  );
}

/** npm's scripts must be there; what npm does by itself must name the package as it is called now. */
export function wrongWithNpm([word = '', ...others]: readonly string[]): string {
  if (OWN_WORDS.includes(word)) {
    const foreign = others.find((file) => file !== `./${name}-${version}.tgz`);
    return foreign === undefined ? '' : `the package is not called ${foreign}`;
  }
  const script = word === 'run' ? (others[0] ?? '') : word;
  return Object.hasOwn(scripts, script) ? '' : `there is no script "${script}"`;
}
