import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { newTalkFrom } from '../../src/commands/new-from.ts';
import { prepareTalk } from '../../src/commands/prepare.ts';
import { drawSlides } from '../../src/deck/slides.ts';
import { createDiskHost } from '../../src/io/disk.ts';
import type { Finding } from '../../src/text/finding.ts';
import { positionAt } from '../../src/text/source.ts';

/** A deck made a talk, in a folder of its own that is gone afterwards. */
export interface Migrated {
  /** The texts of the talk by their path in it, in order. */
  readonly files: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
  readonly from: unknown;
  /** Errors of a build of the talk as it is written. */
  readonly errors: readonly string[];
  /** What its slides show, as HTML. */
  readonly html: string;
}

/** Makes a talk of the deck at a path, as `rostrum new --from` does, and builds it. */
export async function migrateFile(path: string): Promise<Migrated> {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-migrate-'));
  const machine = { folder, environment: {}, platform: 'linux', isRoot: false, home: homedir() };
  const context = { host: createDiskHost(machine), version: '0', say: () => {}, progress: () => {}, lap: () => {} };
  try {
    const { findings, extra } = await newTalkFrom(context, 'talk', path);
    const prepared = await prepareTalk(context, { talk: 'talk' });
    const html = drawSlides(prepared.view, prepared.templates).map((slide) => slide.html);
    const errors = prepared.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
    return { files: textsIn(join(folder, 'talk')), findings, from: extra?.from, errors, html: html.join('\n') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function textsIn(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const isText = (path: string): boolean => /\.(?:md|yaml)$/.test(path);
  return new Map(
    paths.sort().map((path) => [path.slice(folder.length + 1), isText(path) ? readFileSync(path, 'utf8') : '']),
  );
}

/** A finding as `line: rule: message`. */
export function lineOf({ rule, message, span }: Finding): string {
  return `${span ? positionAt(span.source, span.start).line : 0}: ${rule}: ${message}`;
}

/** The words of a text, each once: runs of three letters or digits and more. */
export function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
}
