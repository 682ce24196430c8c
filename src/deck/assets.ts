import { createHash } from 'node:crypto';
import type { Assets } from './types.ts';

const HASH_LENGTH = 10;
const NAME = /^(?<stem>.+)-(?<hash>[0-9a-f]{10})(?<extension>\.[a-z0-9]+)$/;

/** Collects the files of a deck under names that carry the hash of their content. */
export class AssetBox {
  readonly #files = new Map<string, Uint8Array>();

  /** Puts a file into the box; gives its address beside the page: `assets/map-0123456789.svg`. */
  add(path: string, bytes: Uint8Array): string {
    const address = `assets/${hashedName(path, bytes)}`;
    this.#files.set(address, bytes);
    return address;
  }

  get files(): Assets {
    return this.#files;
  }

  /** A text that names files of this box, as a page beside them is to have it. */
  beside(text: string): string {
    return text;
  }
}

/** The last part of a path with the hash of its content before the extension; letters that addresses escape go. */
function hashedName(path: string, bytes: Uint8Array): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  const stem =
    name
      .slice(0, dot)
      .replace(/[^\w.-]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'file';
  return `${stem}-${contentHash(bytes)}${name.slice(dot).toLowerCase()}`;
}

/**
 * Whether a file's name carries the hash of its own content: then Rostrum wrote it, and may remove it when no page
 * refers to it any more.
 */
export function isOwnAsset(name: string, bytes: Uint8Array): boolean {
  return NAME.exec(name)?.groups?.hash === contentHash(bytes);
}

/** Ten hexadecimal digits that tell this content from any other. */
export function contentHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, HASH_LENGTH);
}
