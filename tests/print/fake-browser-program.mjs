// A browser that fails as it is told to, and is a real one up to then: it hands on what Rostrum and that one say to each
// other. It does not end by itself when Rostrum does. Its first argument is what `writeFakeBrowser` knows, as JSON; the others are those of a browser.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { Socket } from 'node:net';

const [, , facts, ...browserArguments] = process.argv;
const { browser, note, at, time, does } = JSON.parse(facts);
writeFileSync(note, String(process.pid));

const input = new Socket({ fd: 3 });
const output = new Socket({ fd: 4 });
const child = spawn(browser, browserArguments, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
const [, , , toChild, fromChild] = child.stdio;
fromChild.pipe(output);
for (const stream of [input, output]) stream.on('error', () => {});
child.once('exit', () => process.exit());
if (at === 'start') fail('');

let times = 0;
let rest = '';
input.setEncoding('utf8').on('data', (text) => {
  const messages = (rest + text).split('\0');
  rest = messages.pop();
  for (const message of messages) {
    const { method, sessionId } = JSON.parse(message);
    if (method === at) times += 1;
    const isDue = method === at && times === time;
    if (!isDue || fail(sessionId)) toChild.write(`${message}\0`);
  }
});

/** Does what it is there for; `false` when what it was asked for is not to be handed on. */
function fail(sessionId) {
  if (does.startsWith('SIG')) process.kill(process.ppid, does);
  if (does === 'crash') ask('Page.crash', {}, sessionId);
  if (does === 'alert') ask('Runtime.evaluate', { expression: 'alert("Hello")' }, sessionId);
  if (does === 'end') {
    child.kill('SIGKILL');
    process.exit(7);
  }
  return does !== 'hang';
}

/** Asks beside the messages of Rostrum, whose numbers begin at 1. Nobody waits for the answer. */
function ask(method, params, sessionId) {
  toChild.write(`${JSON.stringify({ id: 1_000_000, method, params, sessionId })}\0`);
}
