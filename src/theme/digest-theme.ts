import { createHash } from 'node:crypto';
import type { Finding } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { findInside } from '../text/inside.ts';
import { readFault } from '../text/read-fault.ts';
import { outsideThemeFile, tooLargeTheme, unreadableTemplate } from './findings.ts';

/** What a theme is as a whole, so that a change of any file shows. */
export interface ThemeDigest {
  readonly hash: string;
  readonly files: number;
}

/** More is no theme: templates, CSS, fonts and pictures are a few hundred files at most. */
const MOST_FILES = 5000;
const MOST_BYTES = 100_000_000;
/** What is installed in a package belongs to other packages, which are looked at by themselves. */
const FOREIGN = new Set(['node_modules', '.git']);

/**
 * The hash (SHA-256) and the number of all files of a theme, but for the packages in it. Findings: `outside-theme` for a
 * link that leads out of the folder or into what is not looked at, `too-large`, `unreadable-file`; with one of them the
 * result is `null`. `folder` is the real path.
 */
export function digestTheme(host: Host, folder: string, findings: Finding[]): ThemeDigest | null {
  const hash = createHash('sha256');
  const found: Finding[] = [];
  let files = 0;
  let bytes = 0;
  for (const path of filesOf(host, folder, '', found)) {
    const content = readInside(host, folder, path, found);
    if (content === null) continue;
    files += 1;
    bytes += content.length;
    if (files > MOST_FILES || bytes > MOST_BYTES) {
      found.push(tooLargeTheme(host.display(folder), MOST_FILES, MOST_BYTES));
      break;
    }
    // Lengths tell where a name and a file end, so that no other division of them has the same hash.
    hash.update(`${path.length} ${path} ${content.length} `).update(content);
  }
  findings.push(...found);
  return found.length > 0 ? null : { hash: hash.digest('hex'), files };
}

/** The files below a folder by their paths in it, sorted. A link to a folder is not followed: it is an error. */
function* filesOf(host: Host, folder: string, inner: string, findings: Finding[]): Generator<string> {
  for (const name of namesIn(host, host.resolve(folder, inner), findings)) {
    if (FOREIGN.has(name)) continue;
    const path = inner === '' ? name : `${inner}/${name}`;
    const whole = host.resolve(folder, path);
    if (kindOf(host, whole, findings) !== 'folder') yield path;
    else if (host.realPath(whole) === whole) yield* filesOf(host, folder, path, findings);
    else findings.push(outsideThemeFile(host.display(whole)));
  }
}

function namesIn(host: Host, folder: string, findings: Finding[]): readonly string[] {
  return reading(host, folder, findings, () => host.list(folder)) ?? [];
}

function kindOf(host: Host, path: string, findings: Finding[]): 'file' | 'folder' | null {
  return reading(host, path, findings, () => host.kindOf(path));
}

function readInside(host: Host, folder: string, path: string, findings: Finding[]): Uint8Array | null {
  const whole = host.resolve(folder, path);
  return reading(host, whole, findings, () => {
    const inside = findInside(host, folder, path);
    const isForeign = inside.kind === 'file' && inside.path.slice(folder.length).split(/[/\\]/).some(isForeignName);
    if (inside.kind === 'file' && !isForeign) return host.readBytes(inside.path);
    // A link to nothing cannot be read by a template either.
    if (inside.kind !== 'missing') findings.push(outsideThemeFile(host.display(whole)));
    return null;
  });
}

const isForeignName = (name: string): boolean => FOREIGN.has(name);

function reading<T>(host: Host, path: string, findings: Finding[], read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    findings.push(unreadableTemplate(host.display(path), readFault(error)));
    return null;
  }
}
