import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context, Outcome, Progress } from '../../src/commands/context.ts';
import { print } from '../../src/commands/print.ts';
import { PRINT_KINDS } from '../../src/commands/print-files.ts';
import type { PrintRequest } from '../../src/commands/print-request.ts';
import { createDiskHost } from '../../src/io/disk.ts';
import { DEFAULT_TIMEOUTS, type Timeouts } from '../../src/print/browser.ts';
import type { Folders } from '../commands/program.ts';
import { thisMachine } from './samples.ts';

/** A talk of two slides in a folder of its own, with something else at the place of each print. */
export function printedTalk(folders: Folders): string {
  const talk = folders.make();
  for (const name of ['slides', 'dist']) mkdirSync(join(talk, name));
  writeFileSync(join(talk, 'slides', '00.md'), '# One\n\nA line.\n\n## Two\n\n- a\n\nNote:\nSay it.\n');
  for (const kind of PRINT_KINDS) writeFileSync(join(talk, 'dist', `${kind}.pdf`), `old ${kind}`);
  return talk;
}

/** What a test may ask for beside the talk. */
export interface PrintChoices extends Partial<Pick<PrintRequest, 'kinds' | 'output'>> {
  /** The path of the browser. */
  readonly browser?: string;
  readonly timeouts?: Partial<Timeouts>;
  /** Where to note what the command says of how far it is. */
  readonly told?: Progress[];
}

/** Prints a talk, from its folder: all kinds, unless others are asked for. */
export function printTalk(
  talk: string,
  { kinds = PRINT_KINDS, output, browser, timeouts, told = [] }: PrintChoices = {},
): Promise<Outcome> {
  const machine = thisMachine(browser === undefined ? {} : { ROSTRUM_BROWSER: browser });
  const host = createDiskHost({ ...machine, folder: talk });
  const progress = (one: Progress): void => void told.push(one);
  const context: Context = { host, version: '0', say: () => {}, lap: () => {}, progress };
  const request: PrintRequest = {
    talk,
    kinds,
    output,
    paper: { name: 'A4', isLandscape: false },
    noteKinds: new Set(['speaker']),
    handout: { perSheet: 6, hasLines: false, hasNotes: false },
    isForced: false,
    steps: null,
    asPictures: false,
  };
  return print(context, request, { ...DEFAULT_TIMEOUTS, ...timeouts });
}
