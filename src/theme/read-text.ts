import { decodeText } from '../text/decode.ts';
import type { Finding } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { readFault } from '../text/read-fault.ts';
import type { Source } from '../text/source.ts';
import { unreadableTemplate } from './findings.ts';

/** A text file of a theme; `null` when it is not there, and, with `unreadable-file`, when it cannot be read. */
export function readThemeText(host: Host, path: string, findings: Finding[]): Source | null {
  const shown = host.display(path);
  try {
    const bytes = host.readBytes(path);
    if (bytes === null) return null;
    const decoded = decodeText(shown, bytes);
    if (decoded.kind === 'text') return decoded.source;
    findings.push(unreadableTemplate(shown, 'it is not UTF-8 text'));
  } catch (error) {
    findings.push(unreadableTemplate(shown, readFault(error)));
  }
  return null;
}
