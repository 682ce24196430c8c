/** Measures the memory of a process together with all that it starts, on Linux. */

import { readdirSync, readFileSync } from 'node:fs';

/** Often enough for prints of a second; reading what the processes of a browser have takes some milliseconds. */
const intervalMs = 100;

/**
 * Looks at a process and all processes under it again and again. Pages that several share are counted in parts
 * (proportional set size), so that the sum is what all of them have together.
 * @param {number} processId
 * @returns {() => number} ends it; the largest sum in bytes, 0 where there is no Linux
 */
export function watchMemory(processId) {
  if (process.platform !== 'linux') return () => 0;
  let peakBytes = 0;
  const look = () => {
    const bytes = [processId, ...processesUnder(processId)].map(sharedOutBytes);
    peakBytes = Math.max(
      peakBytes,
      bytes.reduce((sum, each) => sum + each, 0),
    );
  };
  const timer = setInterval(look, intervalMs);
  return () => {
    clearInterval(timer);
    return peakBytes;
  };
}

function processesUnder(processId) {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(name)]),
  );
  const isUnder = (id) => {
    for (let at = parents.get(id); at; at = parents.get(at)) if (at === processId) return true;
    return false;
  };
  return [...parents.keys()].filter(isUnder);
}

function parentOf(name) {
  const status = read(`/proc/${name}/stat`);
  return Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1] ?? 0);
}

function sharedOutBytes(processId) {
  return Number(/^Pss:\s*(\d+) kB$/m.exec(read(`/proc/${processId}/smaps_rollup`))?.[1] ?? 0) * 1024;
}

/** '' for a process that has ended. */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
