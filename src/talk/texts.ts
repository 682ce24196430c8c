import type { References } from '../markdown/references.ts';
import { decodeText } from '../text/decode.ts';
import type { Finding } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { findInside } from '../text/inside.ts';
import { readFault } from '../text/read-fault.ts';
import { createSource, type Source, type Span, spanOf } from '../text/source.ts';
import {
  missingFile,
  notUtf8,
  outsideFile,
  remoteFile,
  tooLarge,
  unreadableFile,
  unreadableReference,
} from './findings.ts';

/** In bytes: some thousands of slides. More is no outline, and its tree would not fit in a small machine's memory. */
const LARGEST_TEXT = 2_000_000;

/** A text file as a source, or `null` with a finding: `unreadable-file`, `too-large`, `not-utf-8`. */
export function readSource(host: Host, path: string, findings: Finding[]): Source | null {
  try {
    if ((host.sizeOf(path) ?? 0) > LARGEST_TEXT) {
      findings.push(tooLarge(host.display(path), LARGEST_TEXT));
      return null;
    }
    const bytes = host.readBytes(path);
    if (bytes !== null) return decodeSource(host.display(path), bytes, findings);
    findings.push(unreadableFile(host.display(path), 'it is not there'));
  } catch (error) {
    findings.push(unreadableFile(host.display(path), readFault(error)));
  }
  return null;
}

/**
 * Reads the text files that outlines name, relative to `folder`; each must be inside it, links followed. Findings:
 * `missing-file`, `outside-file`, `remote-file`, `unreadable-file`, `too-large`, `not-utf-8`.
 */
export function textReader(host: Host, folder: string): References['readText'] {
  return (src: string, span: Span, findings: Finding[]): Source | null => {
    const refuse = (finding: Finding): null => {
      findings.push(finding);
      return null;
    };
    try {
      const found = findInside(host, folder, src);
      if (found.kind === 'remote') return refuse(remoteFile(span, src));
      if (found.kind === 'outside') return refuse(outsideFile(span, src));
      if (found.kind === 'file' && (host.sizeOf(found.path) ?? 0) > LARGEST_TEXT) {
        return refuse(tooLarge(src, LARGEST_TEXT, span));
      }
      const bytes = found.kind === 'file' ? host.readBytes(found.path) : null;
      if (bytes === null) return refuse(missingFile(span, src, siblings(host, folder, src)));
      return decodeSource(host.display(host.resolve(folder, src)), bytes, findings);
    } catch (error) {
      // Rights, a link that leads to itself, a name that is too long.
      return refuse(unreadableReference(span, src, readFault(error)));
    }
  };
}

function siblings(host: Host, folder: string, src: string): readonly string[] {
  const prefix = src.slice(0, src.lastIndexOf('/') + 1);
  return host.list(host.resolve(folder, src, '..')).map((name) => prefix + name);
}

function decodeSource(shown: string, bytes: Uint8Array, findings: Finding[]): Source | null {
  const decoded = decodeText(shown, bytes);
  if (decoded.kind === 'text') return decoded.source;
  const length = decoded.source.text.length;
  // The mark in the source stands for the byte that has no character.
  const marked = createSource(shown, `${decoded.source.text}\uFFFD`);
  findings.push(notUtf8(spanOf(marked, length, length + 1), decoded.byte));
  return null;
}
