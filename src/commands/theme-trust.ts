import { WriteFault, writeWhole } from '../io/write.ts';
import { type Finding, Stop } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { digestTheme } from '../theme/digest-theme.ts';
import { findPackage, findTheme, isTheme, type ThemePlaces, talkFolder } from '../theme/find-theme.ts';
import { noThemeToTrust } from '../theme/findings.ts';
import { listThemes } from '../theme/list-themes.ts';
import { readTheme } from '../theme/load.ts';
import { readManifest } from '../theme/manifest.ts';
import { mayUse, readTrust, trustPlace, withTrusted } from '../theme/trust.ts';
import type { Context, Outcome } from './context.ts';
import { cannotKeepTrust } from './findings.ts';
import { themesAt } from './theme-talk.ts';

/**
 * Trusts a package that is a theme, as it is now: by its name as the talk at `path` would find it, or by its folder. The
 * trust is kept for the person, not in the talk. Throws `Stop` when there is no such package or the trust cannot be kept.
 */
export async function themeTrust({ host }: Context, theme: string, path: string): Promise<Outcome> {
  const { places } = themesAt(host, path);
  const talk = talkFolder(host, places);
  const isPath = /^(?:\.|[/\\]|[a-z]:)/i.test(theme);
  if (!isPath && findTheme(host, places, theme, talk)?.isPackage === false) return nothingToTrust(theme);
  const folder = isPath ? folderAt(host, theme) : findPackage(host, theme, talk);
  if (folder === null) throw new Stop([noThemeToTrust(theme, packageNames(host, places))]);
  const findings: Finding[] = [];
  const digest = digestTheme(host, folder, findings);
  const themes = readTrust(host, findings);
  if (digest === null || themes === null) throw new Stop(findings);
  await keep(host, withTrusted(themes, { folder, hash: digest.hash }));
  const { version } = readManifest(host, folder);
  const trusted = { path: host.display(folder), version, files: digest.files };
  const files = `${digest.files} file${digest.files === 1 ? '' : 's'}`;
  const lines = [
    `Trusted${version === '' ? '' : ` version ${version}`}: ${files} in ${trusted.path}`,
    'When one of them changes, you are asked again.',
  ];
  const next = nextToTrust(host, places, folder, findings);
  return { outputs: [], slides: null, findings, lines: [...lines, ...next], extra: { trusted } };
}

function nothingToTrust(theme: string): Outcome {
  const lines = [`"${theme}" is part of the talk or of Rostrum: nothing is to be trusted.`];
  return { outputs: [], slides: null, findings: [], lines, extra: { trusted: null } };
}

function folderAt(host: Host, path: string): string | null {
  const folder = host.resolve(path);
  return isTheme(host, folder) ? host.realPath(folder) : null;
}

function packageNames(host: Host, places: ThemePlaces): readonly string[] {
  return listThemes(host, places)
    .value.filter(({ trust }) => trust !== '')
    .map(({ name }) => name);
}

async function keep(host: Host, text: string): Promise<void> {
  const place = trustPlace(host);
  try {
    await writeWhole(place, new TextEncoder().encode(text));
  } catch (error) {
    if (!(error instanceof WriteFault)) throw error;
    throw new Stop([cannotKeepTrust(host.display(place), error)]);
  }
}

/** What is said when the theme extends another package that is to be trusted too. */
function nextToTrust(host: Host, places: ThemePlaces, folder: string, findings: Finding[]): readonly string[] {
  const read = readTheme(host, folder, findings);
  const found = read && read.extends !== '' ? findTheme(host, places, read.extends, folder) : null;
  if (read === null || found === null) return [];
  const asked: Finding[] = [];
  const naming = { name: read.extends, span: null, talk: talkFolder(host, places) };
  if (mayUse(host, found, naming, asked)) return [];
  return asked.flatMap(({ message, hint }) => [`It extends another: ${message}.`, ...(hint ? [`  ${hint}`] : [])]);
}
