/**
 * All that Rostrum reads of the world outside it, behind one interface: files, installed packages and the environment.
 * Paths are the host's own; `resolve` makes them. Reading a file that is not there gives `null`; any other failure
 * (rights, a folder in place of a file) throws an `Error` with Node's `code`.
 */
export interface Host {
  /** The folder the person stands in, absolute. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Node's name of the operating system: `linux`, `darwin`, `win32` ... */
  readonly platform: string;
  /** Whether the program runs as root, as in most containers. */
  readonly isRoot: boolean;
  /** The person's home folder. */
  readonly home: string;
  /** An absolute path from parts, as `path.resolve` makes it, from `folder`. */
  resolve(...parts: readonly string[]): string;
  /** A path as the person knows it: relative to `folder` where that is inside it. */
  display(path: string): string;
  readBytes(path: string): Uint8Array | null;
  /** How many bytes a file has; `null` when nothing is there. */
  sizeOf(path: string): number | null;
  /** What stands at a path: links are followed. */
  kindOf(path: string): 'file' | 'folder' | null;
  /** The path with every link followed; `null` when nothing is there. */
  realPath(path: string): string | null;
  /** Names in a folder, sorted by code unit; empty when it is not there. */
  list(path: string): readonly string[];
  /**
   * What `work` gives, or `null` when that takes longer than so many milliseconds: then it is ended, wherever it is.
   * Only for work that changes nothing outside it, and waits for nothing.
   */
  within<T>(milliseconds: number, work: () => T): T | null;
  /** The folder of an installed package, looked up from `from` as Node does; `null` when it is not installed. */
  packageFolder(name: string, from: string): string | null;
}
