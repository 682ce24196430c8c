import { execFile } from 'node:child_process';
import type { Host } from '../text/host.ts';
import { isProgram, onPath } from './browser-places.ts';

/** The system's own installer, on Debian and Ubuntu and for root only. */
export interface Apt {
  /** Runs `apt-get` and returns `null` when that worked, else the cause in one line. Never rejects. */
  run(args: readonly string[], timeoutMs: number): Promise<string | null>;
}

/** `null` where there is no `apt-get`, or where the person may not install anything with it. */
export function findApt(host: Host): Apt | null {
  const program = onPath(host, ['apt-get']).find((path) => isProgram(host, path));
  if (!host.isRoot || program === undefined) return null;
  const environment = { ...host.environment, DEBIAN_FRONTEND: 'noninteractive' };
  return {
    run: (args, timeoutMs) =>
      new Promise((resolve) => {
        const options = { timeout: timeoutMs, env: environment, maxBuffer: 64 * 1024 * 1024 };
        execFile(program, args, options, (error, stdout, stderr) => {
          if (error === null) resolve(null);
          else if (error.killed) resolve(`it took more than ${timeoutMs / 1000} s`);
          else resolve(errorLine(`${stdout}\n${stderr}`) || `it ended with code ${error.code ?? error.signal}`);
        });
      }),
  };
}

/** apt's first line of error, `E: ...`, else the last line it wrote. */
function errorLine(output: string): string {
  const lines = output.split('\n').map((line) => line.trim());
  const error = lines.find((line) => line.startsWith('E: '))?.slice(3);
  return error ?? lines.filter((line) => line !== '').at(-1) ?? '';
}
