import type { Finding } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { readFault } from '../text/read-fault.ts';
import type { Span } from '../text/source.ts';
import {
  missingAlt,
  missingPicture,
  outsidePicture,
  remotePicture,
  unknownPictureType,
  unreadablePicture,
} from './findings.ts';

const PICTURE = /\.(?:svg|png|jpe?g|webp|gif|avif)$/i;
const SCHEME = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** A picture that is asked for: as written, where, and whether it needs no description. */
export interface PictureRequest {
  readonly src: string;
  readonly span: Span;
  readonly alt: string | null;
}

/**
 * The bytes of pictures, by the path as written, relative to `folder`. Each must be a file inside that folder, links
 * followed. Findings: `missing-picture`, `unreadable-file`, `outside-picture`, `remote-picture`,
 * `unknown-picture-type`, `missing-alt`.
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
  { src, span }: PictureRequest,
  findings: Finding[],
): Uint8Array | null {
  const refuse = (finding: Finding): null => {
    findings.push(finding);
    return null;
  };
  if (SCHEME.test(src)) return refuse(remotePicture(span, src));
  if (!PICTURE.test(src)) return refuse(unknownPictureType(span, src));
  const path = host.resolve(folder, src);
  const real = host.realPath(path);
  if (real === null || host.kindOf(real) !== 'file') {
    const names = host.list(host.resolve(path, '..')).filter((name) => PICTURE.test(name));
    const prefix = src.slice(0, src.lastIndexOf('/') + 1);
    return refuse(
      missingPicture(
        span,
        src,
        names.map((name) => prefix + name),
      ),
    );
  }
  const root = host.realPath(folder) ?? folder;
  if (!real.startsWith(`${root}/`) && !real.startsWith(`${root}\\`)) return refuse(outsidePicture(span, src));
  return host.readBytes(real) ?? refuse(missingPicture(span, src, []));
}
