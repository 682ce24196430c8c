import type { Finding } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { readFault } from '../text/read-fault.ts';
import type { Span } from '../text/source.ts';
import {
  missingAlt,
  missingPicture,
  outsidePicture,
  remotePicture,
  tooLarge,
  unknownPictureType,
  unreadablePicture,
} from './findings.ts';
import { findInside } from './inside.ts';

const PICTURE = /\.(?:svg|png|jpe?g|webp|gif|avif)$/i;
const VIDEO = /\.(?:mp4|webm)$/i;

/** In bytes. A picture of more makes a browser slow; a file of more may not fit in memory. */
const LARGEST_PICTURE = 50_000_000;
const LARGEST_VIDEO = 1_000_000_000;

/** A picture or video that is asked for: as written, where, and whether it needs no description. */
export interface PictureRequest {
  readonly kind?: 'picture' | 'image' | 'video';
  readonly src: string;
  readonly span: Span;
  readonly alt: string | null;
}

/**
 * The bytes of pictures and videos, by the path as written, relative to `folder`. Each must be a file inside that folder, links
 * followed. Findings: `missing-picture`, `unreadable-file`, `outside-picture`, `remote-picture`,
 * `unknown-picture-type`, `too-large`, `missing-alt`.
 */
export function loadPictures(
  host: Host,
  folder: string,
  requests: readonly PictureRequest[],
  findings: Finding[],
): ReadonlyMap<string, Uint8Array> {
  const pictures = new Map<string, Uint8Array>();
  for (const request of requests) {
    if (request.alt === '') findings.push(missingAlt(request.span));
    if (pictures.has(request.src)) continue;
    try {
      const bytes = loadPicture(host, folder, request, findings);
      if (bytes) pictures.set(request.src, bytes);
    } catch (error) {
      // Rights, a link that leads to itself, a name that is too long.
      findings.push(unreadablePicture(request.span, request.src, readFault(error)));
    }
  }
  return pictures;
}

function loadPicture(
  host: Host,
  folder: string,
  { kind, src, span }: PictureRequest,
  findings: Finding[],
): Uint8Array | null {
  const refuse = (finding: Finding): null => {
    findings.push(finding);
    return null;
  };
  const found = findInside(host, folder, src);
  if (found.kind === 'remote') return refuse(remotePicture(span, src));
  const type = kind === 'video' ? VIDEO : PICTURE;
  if (!type.test(src)) return refuse(unknownPictureType(span, src));
  if (found.kind === 'outside') return refuse(outsidePicture(span, src));
  const largest = kind === 'video' ? LARGEST_VIDEO : LARGEST_PICTURE;
  if (found.kind === 'file' && (host.sizeOf(found.path) ?? 0) > largest) return refuse(tooLarge(src, largest, span));
  const bytes = found.kind === 'file' ? host.readBytes(found.path) : null;
  return bytes ?? refuse(missingPicture(span, src, siblings(host, folder, src, type)));
}

/** What a misspelt name may have meant: files of the same type in the same folder. */
function siblings(host: Host, folder: string, src: string, type: RegExp): readonly string[] {
  const prefix = src.slice(0, src.lastIndexOf('/') + 1);
  const names = host.list(host.resolve(folder, src, '..'));
  return names.filter((name) => type.test(name)).map((name) => prefix + name);
}
