import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { createDiskHost } from '../../src/io/disk.ts';
import type { PrintDetails } from '../../src/print/finish-pdf.ts';
import type { PrintPage } from '../../src/print/page-files.ts';
import { type Finding, Stop } from '../../src/text/finding.ts';
import type { Host } from '../../src/text/host.ts';

/** This machine, with some of its environment changed. */
export function thisMachine(environment: Readonly<Record<string, string | undefined>> = {}): Host {
  return createDiskHost({
    folder: process.cwd(),
    environment: { ...process.env, ...environment },
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    home: homedir(),
  });
}

const STYLE = `@page{size:1280px 720px;margin:0}html,body{margin:0}
.page{width:1280px;height:720px;overflow:hidden;break-after:page;contain:strict}.page:last-child{break-after:auto}`;

/** A page to print with one box for each of the contents; box N, from 1, has the id `slide-N`. */
export function samplePage(
  contents: readonly string[],
  options: { readonly head?: string; readonly assets?: Readonly<Record<string, string | Uint8Array>> } = {},
): PrintPage {
  const boxes = contents.map((content, index) => `<article class="page" id="slide-${index + 1}">${content}</article>`);
  const head = `<meta charset="utf-8"><title>Sample</title><style>${STYLE}</style>${options.head ?? ''}`;
  const assets = Object.entries(options.assets ?? {}).map(([path, content]): [string, Uint8Array] => [
    path,
    typeof content === 'string' ? new TextEncoder().encode(content) : content,
  ]);
  return {
    html: `<!doctype html><html lang="en"><head>${head}</head><body>${boxes.join('')}</body></html>`,
    assets: new Map(assets),
    widthPx: 1280,
    heightPx: 720,
  };
}

/** The details of a print with this many pages. */
export function sampleDetails(pageCount: number, details: Partial<PrintDetails> = {}): PrintDetails {
  return {
    title: 'Sample',
    author: '',
    subject: '',
    lang: 'en',
    creator: 'Rostrum 0.0.0',
    date: null,
    slides: Array.from({ length: pageCount }, (_, index) => ({
      id: `slide-${index + 1}`,
      name: `Slide ${index + 1}: page`,
    })),
    places: [],
    slidePages: Array.from({ length: pageCount }, (_, index) => ({ number: index + 1, count: 1 })),
    hasCover: false,
    bookmarks: [],
    ...details,
  };
}

/** The findings of the `Stop` that something throws. */
export async function findingsOf(work: () => unknown): Promise<readonly Finding[]> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Stop) return error.findings;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** Whether any process of a browser's group still runs. One that has ended and is only not yet forgotten does not. */
export function isAlive(processId: number | undefined): boolean {
  return processesOf(processId).length > 0;
}

/** The processes of a group, on Linux; only those that were started with this argument when one is given. */
export function processesOf(group: number | undefined, argument = ''): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      const status = readProcess(name, 'stat');
      const [state, , itsGroup] = status.slice(status.lastIndexOf(')') + 2).split(' ');
      return Number(itsGroup) === group && state !== 'Z' && readProcess(name, 'cmdline').includes(argument);
    })
    .map(Number);
}

function readProcess(id: string, file: 'stat' | 'cmdline'): string {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'latin1');
  } catch {
    return '';
  }
}
