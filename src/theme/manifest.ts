import * as v from 'valibot';
import type { Host } from '../text/host.ts';

/** What is asked of a `package.json`. */
export interface Manifest {
  /** '' when it does not say. */
  readonly version: string;
  /** The names of the packages that it depends on, for use and for development, sorted. */
  readonly dependencies: readonly string[];
}

/** Signs of a version of npm; it is shown on a terminal, which must not be steered by others. */
const VERSION = /^[\w.+-]+$/;
const names = v.optional(v.record(v.string(), v.unknown()), {});
const manifestSchema = v.object({
  version: v.optional(v.string(), ''),
  dependencies: names,
  devDependencies: names,
});

/** The `package.json` of a folder; where there is none, or npm could not read it either, it says nothing. */
export function readManifest(host: Host, folder: string): Manifest {
  try {
    const bytes = host.readBytes(host.resolve(folder, 'package.json'));
    const written: unknown = bytes === null ? {} : JSON.parse(new TextDecoder().decode(bytes));
    const { version, dependencies, devDependencies } = v.parse(manifestSchema, written);
    const all = [...Object.keys(dependencies), ...Object.keys(devDependencies)];
    return { version: VERSION.test(version) ? version : '', dependencies: [...new Set(all)].sort() };
  } catch {
    return { version: '', dependencies: [] };
  }
}
