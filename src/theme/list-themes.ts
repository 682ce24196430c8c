import type { Checked, Finding } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { digestTheme } from './digest-theme.ts';
import { findPackage, findTheme, type ThemePlaces, talkFolder, themeNames } from './find-theme.ts';
import { readTheme } from './load.ts';
import { readManifest } from './manifest.ts';
import { readTrust, type TrustedTheme, trustOf } from './trust.ts';
import type { ThemeSummary } from './types.ts';

/**
 * The themes that a talk can name: its own and those of Rostrum, by name, its own before others of that name; then the
 * packages that the talk's `package.json` lists and that are themes.
 */
export function listThemes(host: Host, places: ThemePlaces): Checked<readonly ThemeSummary[]> {
  const findings: Finding[] = [];
  const talk = talkFolder(host, places);
  const names = themeNames(host, places);
  const own = names.flatMap((name): readonly ThemeSummary[] => {
    const found = findTheme(host, places, name, talk);
    return found ? summaryOf(host, name, found.folder, '', findings) : [];
  });
  const packages = readManifest(host, talk).dependencies.filter((name) => !names.includes(name));
  const installed = packages.flatMap((name) => {
    const folder = findPackage(host, name, talk);
    return folder === null ? [] : [{ name, folder }];
  });
  const trusted = installed.length > 0 ? (readTrust(host, findings) ?? []) : [];
  const others = installed.flatMap(({ name, folder }) =>
    summaryOf(host, name, folder, stateOf(host, folder, trusted), findings),
  );
  return { value: [...own, ...others], findings };
}

/** What keeps a package from being trusted is said by who trusts it. */
function stateOf(host: Host, folder: string, trusted: readonly TrustedTheme[]): ThemeSummary['trust'] {
  const digest = digestTheme(host, folder, []);
  return digest === null ? 'untrusted' : trustOf(trusted, { folder, hash: digest.hash });
}

function summaryOf(
  host: Host,
  name: string,
  folder: string,
  trust: ThemeSummary['trust'],
  findings: Finding[],
): readonly ThemeSummary[] {
  const read = readTheme(host, folder, findings);
  return read ? [{ name, about: read.about, extends: read.extends, path: host.display(folder), trust }] : [];
}
