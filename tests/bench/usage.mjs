/**
 * Loaded before a measured program by `node --import`: as the process ends, writes its own CPU time and peak memory to
 * the file that `BENCH_USAGE` names, as `{"cpuMs": number, "peakBytes": number}`. Processes that it starts are not in it.
 */

import { readFileSync, writeFileSync } from 'node:fs';

const file = process.env.BENCH_USAGE;

/**
 * The largest resident size this process had. Linux carries the `maxRSS` of the process that started this one over into
 * it (measured: a starter of 200 MB makes `node -e 0` a process of 200 MB), so there it comes from the kernel's status.
 */
function peakBytes(maxRssKilobytes) {
  if (process.platform !== 'linux') return maxRssKilobytes * 1024;
  const highWater = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
  return (highWater ? Number(highWater[1]) : maxRssKilobytes) * 1024;
}

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { cpuMs: (userCPUTime + systemCPUTime) / 1000, peakBytes: peakBytes(maxRSS) };
  writeFileSync(file, JSON.stringify(usage));
});
