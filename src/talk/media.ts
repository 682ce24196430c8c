import { decodeText } from '../text/decode.ts';
import { FILE_NAMES, type FileKind } from '../text/file-kinds.ts';
import type { Finding } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { findInside } from '../text/inside.ts';
import { readFault } from '../text/read-fault.ts';
import type { Span } from '../text/source.ts';
import {
  invalidCaptions,
  missingAlt,
  missingPicture,
  outsidePicture,
  remotePicture,
  tooLarge,
  unknownPictureType,
  unreadablePicture,
} from './findings.ts';

/**
 * The most bytes that a file may have. A picture of more makes a browser slow; a file of more may not fit in memory;
 * captions stand in the page itself.
 */
const LARGEST: Readonly<Record<FileKind, number>> = {
  picture: 50_000_000,
  video: 1_000_000_000,
  audio: 500_000_000,
  captions: 1_000_000,
};

/** WebVTT, "WebVTT file body": the signature, then a space, a tab or the end of its line. A source has LF line ends and no BOM. */
const SIGNATURE = /^WEBVTT(?:[ \t\n]|$)/;

/** A file that is asked for: as written, where, and its description; `null` where it needs none. */
export interface MediaRequest {
  readonly kind?: FileKind | 'image';
  readonly src: string;
  readonly span: Span;
  readonly alt: string | null;
}

/**
 * The bytes of pictures, videos, sounds and captions, by the path as written, relative to `folder`. Each must be a file
 * inside that folder, links followed. Findings: `missing-picture`, `unreadable-file`, `outside-picture`,
 * `remote-picture`, `unknown-picture-type`, `too-large`, `missing-alt`, `invalid-captions`. `shelf` is where hints say that
 * such files are kept.
 */
export function loadMedia(
  host: Host,
  folder: string,
  requests: readonly MediaRequest[],
  findings: Finding[],
  shelf = 'slides/media/',
): ReadonlyMap<string, Uint8Array> {
  const media = new Map<string, Uint8Array>();
  const loaded = new Set<string>();
  for (const request of requests) {
    const kind = kindOf(request);
    if (request.alt === '') findings.push(missingAlt(request.span, kind));
    const key = `${kind} ${request.src}`;
    if (loaded.has(key)) continue;
    try {
      const bytes = loadFile(host, folder, request, shelf, findings);
      if (bytes === null) continue;
      media.set(request.src, bytes);
      loaded.add(key);
    } catch (error) {
      // Rights, a link that leads to itself, a name that is too long.
      findings.push(unreadablePicture(request.span, kind, request.src, readFault(error)));
    }
  }
  return media;
}

/** An image of an outline is a picture. */
function kindOf({ kind }: MediaRequest): FileKind {
  return kind === undefined || kind === 'image' ? 'picture' : kind;
}

function loadFile(
  host: Host,
  folder: string,
  request: MediaRequest,
  shelf: string,
  findings: Finding[],
): Uint8Array | null {
  const { src, span } = request;
  const kind = kindOf(request);
  const type = FILE_NAMES[kind];
  const largest = LARGEST[kind];
  const refuse = (finding: Finding): null => {
    findings.push(finding);
    return null;
  };
  const found = findInside(host, folder, src);
  if (found.kind === 'remote') return refuse(remotePicture(span, kind, src, shelf));
  if (!type.test(src)) return refuse(unknownPictureType(span, kind, src));
  if (found.kind === 'outside') return refuse(outsidePicture(span, kind, src, shelf));
  if (found.kind === 'file' && (host.sizeOf(found.path) ?? 0) > largest) return refuse(tooLarge(src, largest, span));
  const bytes = found.kind === 'file' ? host.readBytes(found.path) : null;
  if (bytes === null) return refuse(missingPicture(span, kind, src, siblings(host, folder, src, type)));
  return kind === 'captions' && !isCaptions(bytes) ? refuse(invalidCaptions(span, src)) : bytes;
}

function isCaptions(bytes: Uint8Array): boolean {
  const decoded = decodeText('', bytes);
  return decoded.kind === 'text' && SIGNATURE.test(decoded.source.text);
}

/** What a misspelt name may have meant: files of the same type in the same folder. */
function siblings(host: Host, folder: string, src: string, type: RegExp): readonly string[] {
  const prefix = src.slice(0, src.lastIndexOf('/') + 1);
  const names = host.list(host.resolve(folder, src, '..'));
  return names.filter((name) => type.test(name)).map((name) => prefix + name);
}
