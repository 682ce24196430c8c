/** Runs whole processes and says what they took. */

import { spawn } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { watchMemory } from './memory.mjs';

const preload = new URL('./usage.mjs', import.meta.url).href;

/**
 * @typedef {object} Contender one of the programs that are compared
 * @property {string} name
 * @property {readonly string[]} args what `node` gets
 * @property {string} [out] a file or folder that it writes: removed before each run
 *
 * @typedef {object} Run
 * @property {number} wallMs from before the process is started to its end, seen from outside
 * @property {number} cpuMs user and system time of the Node process, all its threads, none of its children; 0 if not asked for
 * @property {number} peakBytes largest resident memory of the Node process, none of its children; 0 if not asked for
 * @property {number} treeBytes largest memory of the Node process and all that it starts; 0 if not asked for
 * @property {number} outBytes size of the file that it writes; 0 where that is a folder
 * @property {string} stdout
 */

/** A measured command that did not end with 0; the message holds the command and all it said. */
export class CommandFailed extends Error {
  constructor(args, status, stdout, stderr) {
    super([`node ${args.join(' ')}`, `ended with ${status}`, stdout.trim(), stderr.trim()].filter(Boolean).join('\n'));
    this.name = 'CommandFailed';
  }
}

/**
 * Runs `node` with these arguments.
 * @param {readonly string[]} args
 * @param {{ environment?: Record<string, string>, usageFile?: string, isTreeWatched?: boolean }} [options] with
 *   `usageFile`, CPU time and memory are taken too, through that file; a watched tree costs a little time
 * @returns {Promise<Run>} rejects with `CommandFailed`
 */
export function runNode(args, { environment = {}, usageFile, isTreeWatched = false } = {}) {
  const env = { ...process.env, ...environment, ...(usageFile ? { BENCH_USAGE: usageFile } : {}) };
  const allArgs = usageFile ? ['--import', preload, ...args] : args;
  return new Promise((resolve, reject) => {
    const output = { stdout: '', stderr: '' };
    let wallMs = 0;
    const startMs = performance.now();
    const child = spawn(process.execPath, allArgs, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8').on('data', (text) => {
        output[name] += text;
      });
    }
    const endWatch = isTreeWatched ? watchMemory(child.pid) : () => 0;
    const stop = () => child.kill();
    process.once('exit', stop);
    child.on('error', reject);
    child.on('exit', () => {
      wallMs = performance.now() - startMs;
    });
    child.on('close', (code, signal) => {
      process.off('exit', stop);
      const treeBytes = endWatch();
      if (code !== 0) return reject(new CommandFailed(args, code ?? signal, output.stdout, output.stderr));
      const usage = usageFile ? JSON.parse(readFileSync(usageFile, 'utf8')) : { cpuMs: 0, peakBytes: 0 };
      resolve({ wallMs, ...usage, treeBytes, stdout: output.stdout });
    });
  });
}

/**
 * Runs contenders in turn (A B A B ...), so that a machine that grows slower or faster does so for all of them: once
 * each to warm up, then `count` times each; a single run is for a talk so large that it is not worth a warm-up. Where a
 * tree is watched, it is that of the first run.
 * @param {readonly Contender[]} contenders
 * @param {number} count
 * @param {{ environment?: Record<string, string>, usageFile?: string, isTreeWatched?: boolean }} [options] as for `runNode`
 * @returns {Promise<Run[][]>} the counted runs of each contender, in the order of the contenders
 */
export async function runInTurn(contenders, count, { isTreeWatched = false, ...options } = {}) {
  const runs = contenders.map(() => []);
  const treeBytes = [];
  const firstRound = count > 1 ? 0 : 1;
  for (let round = firstRound; round <= count; round += 1) {
    for (const [index, { args, out }] of contenders.entries()) {
      if (out) rmSync(out, { recursive: true, force: true });
      const run = await runNode(args, { ...options, isTreeWatched: isTreeWatched && round === firstRound });
      treeBytes[index] ??= run.treeBytes;
      if (round > 0) runs[index].push({ ...run, treeBytes: treeBytes[index], outBytes: fileBytes(out) });
    }
  }
  return runs;
}

function fileBytes(path) {
  const status = path && statSync(path);
  return status?.isFile() ? status.size : 0;
}

/**
 * The middle of some numbers, and their ends.
 * @param {readonly number[]} values at least one
 */
export function spread(values) {
  const sorted = [...values].sort((first, second) => first - second);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  return { median: (lower + upper) / 2, min: sorted[0], max: sorted[sorted.length - 1] };
}
