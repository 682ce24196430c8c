import type { Host } from '../text/host.ts';

/** Where themes and templates are looked for. */
export interface ThemePlaces {
  /** The talk's `templates/`; it need not exist. */
  readonly own: string;
  /** The themes that come with Rostrum. */
  readonly builtIn: string;
}

/** Where a theme was found. */
export interface FoundTheme {
  readonly folder: string;
  /** Whether it is an installed package: then it is not part of the talk, and its folder is the real one. */
  readonly isPackage: boolean;
}

/** The name of an npm package, with or without a scope; none begins with a dot, so none leads out of `node_modules`. */
const PACKAGE_NAME = /^(?:@[\w~-][\w.~-]*\/)?[\w~-][\w.~-]*$/;

/**
 * The folder of the theme called `name`: in the talk, else among those of Rostrum, else that of an installed package,
 * looked up from the folder `from` as Node does. `null` when there is none.
 */
export function findTheme(host: Host, places: ThemePlaces, name: string, from: string): FoundTheme | null {
  const folder = findFolder(host, places, name);
  if (folder !== null) return { folder, isPackage: false };
  const installed = findPackage(host, name, from);
  return installed === null ? null : { folder: installed, isPackage: true };
}

/** Whether a theme in a folder of themes can be found under a name: letters of ASCII, digits, `_` and `-`. */
export function isThemeName(name: string): boolean {
  return /^[\w-]+$/.test(name);
}

/** The names of the themes in the talk and of Rostrum, sorted. */
export function themeNames(host: Host, { own, builtIn }: ThemePlaces): readonly string[] {
  const names = [own, builtIn].flatMap((root) =>
    host.list(root).filter((name) => isTheme(host, host.resolve(root, name))),
  );
  return [...new Set(names)].sort();
}

/** The real folder of a package that is a theme; `null` when none of this name is installed. */
export function findPackage(host: Host, name: string, from: string): string | null {
  if (!PACKAGE_NAME.test(name)) return null;
  const folder = host.packageFolder(name, from);
  return folder !== null && isTheme(host, folder) ? host.realPath(folder) : null;
}

/** Whether a name can only be that of a package. */
export function isScopedName(name: string): boolean {
  return name.startsWith('@') && PACKAGE_NAME.test(name);
}

/** Whether a folder holds a theme. */
export function isTheme(host: Host, folder: string): boolean {
  return host.kindOf(host.resolve(folder, 'theme.yaml')) === 'file';
}

/** The folder that packages of a talk are looked up from. */
export function talkFolder(host: Host, { own }: ThemePlaces): string {
  return host.resolve(own, '..');
}

function findFolder(host: Host, { own, builtIn }: ThemePlaces, name: string): string | null {
  if (!isThemeName(name)) return null;
  const folders = [host.resolve(own, name), host.resolve(builtIn, name)];
  return folders.find((folder) => isTheme(host, folder)) ?? null;
}
