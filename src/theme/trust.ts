import * as v from 'valibot';
import type { Finding } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { readFault } from '../text/read-fault.ts';
import type { Span } from '../text/source.ts';
import { digestTheme } from './digest-theme.ts';
import { type FoundTheme, findPackage } from './find-theme.ts';
import { brokenTrust, untrustedTheme } from './findings.ts';

/** A theme that the person has looked at: where it lies, and what it was then. */
export interface TrustedTheme {
  /** Its real path. */
  readonly folder: string;
  /** The hash of all its files. */
  readonly hash: string;
}

/** Whether a theme from a package may be used: `changed` when it is no longer what was trusted. */
export type Trust = 'trusted' | 'untrusted' | 'changed';

const storeSchema = v.strictObject({
  themes: v.array(v.strictObject({ folder: v.string(), hash: v.string() })),
});

/**
 * The file in which a person's trust is kept: in the folder for settings of this system, never in a talk. A relative
 * XDG_CONFIG_HOME counts for nothing, as its specification says; else the folder one stands in would decide.
 */
export function trustPlace(host: Host): string {
  return host.resolve(settingsFolder(host), 'rostrum', 'trusted-themes.json');
}

function settingsFolder({ platform, environment, home, resolve }: Host): string {
  if (platform === 'win32') return environment.APPDATA || resolve(home, 'AppData', 'Roaming');
  if (platform === 'darwin') return resolve(home, 'Library', 'Application Support');
  const named = environment.XDG_CONFIG_HOME ?? '';
  return named.startsWith('/') ? named : resolve(home, '.config');
}

/** The themes that are trusted; `null`, with `broken-trust`, when their file is there and is not as Rostrum writes it. */
export function readTrust(host: Host, findings: Finding[]): readonly TrustedTheme[] | null {
  const place = trustPlace(host);
  try {
    const bytes = host.readBytes(place);
    if (bytes === null) return [];
    const read = v.safeParse(storeSchema, JSON.parse(new TextDecoder().decode(bytes)));
    if (read.success) return read.output.themes;
    findings.push(brokenTrust(host.display(place), 'it does not hold what Rostrum writes there'));
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'it is not JSON' : readFault(error);
    findings.push(brokenTrust(host.display(place), reason));
  }
  return null;
}

/** The text of the file of trust with one theme more, in place of what it was before. */
export function withTrusted(themes: readonly TrustedTheme[], theme: TrustedTheme): string {
  const others = themes.filter(({ folder }) => folder !== theme.folder);
  const sorted = [...others, theme].toSorted((one, other) => (one.folder < other.folder ? -1 : 1));
  return `${JSON.stringify({ themes: sorted }, null, 2)}\n`;
}

/** What is trusted of a theme that has this hash. */
export function trustOf(themes: readonly TrustedTheme[], { folder, hash }: TrustedTheme): Trust {
  const known = themes.find((theme) => theme.folder === folder);
  if (known === undefined) return 'untrusted';
  return known.hash === hash ? 'trusted' : 'changed';
}

/** Where a theme is named, and by what name. */
export interface ThemeNaming {
  readonly name: string;
  readonly span: Span | null;
  /** The folder of the talk. */
  readonly talk: string;
}

/**
 * Whether a theme may be used. What is part of the talk or of Rostrum may; a package is code that came from elsewhere,
 * and is asked for once. Findings: `untrusted-theme`, `broken-trust`, and those of `digestTheme`.
 */
export function mayUse(
  host: Host,
  { folder, isPackage }: FoundTheme,
  naming: ThemeNaming,
  findings: Finding[],
): boolean {
  if (!isPackage) return true;
  const themes = readTrust(host, findings);
  const digest = digestTheme(host, folder, findings);
  if (themes === null || digest === null) return false;
  const trust = trustOf(themes, { folder, hash: digest.hash });
  if (trust === 'trusted') return true;
  const command = trustCommand(host, folder, naming);
  findings.push(untrustedTheme(naming.span, naming.name, host.display(folder), trust === 'changed', command));
  return false;
}

/** The command that trusts a theme; by its folder where the talk itself would find another package by that name. */
function trustCommand(host: Host, folder: string, { name, talk }: ThemeNaming): string {
  const theme = findPackage(host, name, talk) === folder ? name : folder;
  const words = ['rostrum', 'theme', 'trust', theme, ...(talk === host.folder ? [] : ['--talk', host.display(talk)])];
  return words.map((word) => (/\s/.test(word) ? `'${word}'` : word)).join(' ');
}
