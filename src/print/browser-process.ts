import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** What Puppeteer talks through: one JSON message each way at a time. */
export interface Transport {
  send(message: string): void;
  close(): void;
  onmessage?: (message: string) => void;
  onclose?: () => void;
}

/** A browser's process, with the two pipes that Chromium's `--remote-debugging-pipe` speaks through. */
export interface BrowserProcess {
  readonly id: number | undefined;
  readonly transport: Transport;
  /** Comes true when the process has ended, as words for a message: `it ended with code 1`. Never rejects. */
  readonly ended: Promise<string>;
  /** What it wrote to standard error, the last 16 KB of it. */
  words(): string;
  /** Ends the process and those that it started, at once. */
  kill(): void;
}

const KEPT_WORDS = 16_384;
const LAST_WORDS_MS = 100;

/**
 * Starts a browser. A pipe and not a port: nobody else can connect, and a browser whose Rostrum was killed sees the
 * pipe close and ends too. Puppeteer's own start is not used, because with a pipe it waits forever for a program that
 * does not answer, crashes Node over one that may not be run, and loses what the browser said.
 */
export function startBrowserProcess(path: string, args: readonly string[], platform: string): BrowserProcess {
  let child: ChildProcess;
  try {
    // A process group of its own, so that all of the browser's processes can be ended together.
    const detached = platform !== 'win32';
    child = spawn(path, args, { detached, windowsHide: true, stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] });
  } catch (error) {
    return neverStarted(error);
  }
  const words = collect(child.stderr);
  const kill = (): void => killGroup(child, platform);
  // However this program ends, by a signal too: and before the browser's files are removed.
  process.prependListener('exit', kill);
  const ended = endOf(child);
  void ended.then(() => process.removeListener('exit', kill));
  return { id: child.pid, transport: openTransport(child), ended, words, kill };
}

function neverStarted(error: unknown): BrowserProcess {
  return {
    id: undefined,
    transport: { send: () => {}, close: () => {} },
    ended: Promise.resolve(causeOf(error)),
    words: () => '',
    kill: () => {},
  };
}

function collect(stream: Readable | null): () => string {
  let words = '';
  stream?.setEncoding('utf8').on('data', (chunk: string) => {
    words = (words + chunk).slice(-KEPT_WORDS);
  });
  return () => words;
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(causeOf(error)));
    child.once('exit', (code, signal) => {
      const cause = signal === null ? `it ended with code ${code}` : `it was ended by ${signal}`;
      // Its last words may still be on their way; a process it left behind may hold them open for ever.
      child.once('close', () => resolve(cause));
      setTimeout(() => resolve(cause), LAST_WORDS_MS);
    });
  });
}

function causeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const reasons: Record<string, string> = {
    EACCES: 'it may not be run (EACCES)',
    ENOENT: 'the program, or the interpreter it names, is not there (ENOENT)',
    ENOEXEC: 'it is not a program (ENOEXEC)',
  };
  return reasons[code] ?? `it cannot be run (${code})`;
}

/** On Windows only the process itself; those that it started see its pipes close. */
function killGroup(child: ChildProcess, platform: string): void {
  if (child.pid === undefined) return;
  try {
    if (platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // All of it has ended.
  }
}

function openTransport(child: ChildProcess): Transport {
  const output = child.stdio[3] as Writable;
  const input = child.stdio[4] as Readable;
  let isClosed = false;
  const transport: Transport = {
    send: (message) => {
      // Whoever starts to talk after the end must hear of it, or waits, and keeps the program waiting, until a timeout.
      if (isClosed) setImmediate(() => transport.onclose?.());
      else output.write(`${message}\0`);
    },
    close: () => output.end(),
  };
  // Writing to a browser that has just ended fails; `ended` and `onclose` tell.
  output.on('error', () => {});
  input.on('error', () => {});
  readMessages(input, (message) => transport.onmessage?.(message));
  input.once('close', () => {
    isClosed = true;
    transport.onclose?.();
  });
  return transport;
}

/** Hands on each message that ends with a NUL byte, one per turn of the event loop, as Puppeteer expects. */
function readMessages(input: Readable, take: (message: string) => void): void {
  let parts: Buffer[] = [];
  input.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      parts.push(chunk.subarray(start, end));
      const message = Buffer.concat(parts).toString('utf8');
      parts = [];
      start = end + 1;
      setImmediate(take, message);
    }
    if (start < chunk.length) parts.push(chunk.subarray(start));
  });
}
