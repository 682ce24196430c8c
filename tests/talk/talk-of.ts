import { PLAIN_LANGUAGE } from '../../src/talk/language.ts';
import { parseTalk, readTalk } from '../../src/talk/load.ts';
import type { Talk } from '../../src/talk/types.ts';
import { NONE_DECLARED } from '../../src/text/declared-layouts.ts';
import type { Finding } from '../../src/text/finding.ts';
import type { Host } from '../../src/text/host.ts';
import { positionAt } from '../../src/text/source.ts';
import { createMemoryHost } from '../memory-host.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

export const SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>';

/** A host whose files stand in the folder that the person stands in. */
export function hostOf(files: Files): Host {
  return createMemoryHost(
    Object.fromEntries(Object.entries(files).map(([path, content]) => [`/desk/${path}`, content])),
  );
}

/** The talk of some files, by their paths from where the person stands, and what was found: `path:line:column rule`. */
export function talkOf(
  files: Files | Host,
  path = '.',
  declared = NONE_DECLARED,
): { readonly talk: Talk; readonly findings: readonly Finding[]; readonly found: readonly string[] } {
  const host = isHost(files) ? files : hostOf(files);
  const read = readTalk(host, path);
  const parsed = parseTalk(host, read.value, PLAIN_LANGUAGE, { declared });
  const findings = [...read.findings, ...parsed.findings];
  return { talk: parsed.value, findings, found: findings.map(placed) };
}

function isHost(files: Files | Host): files is Host {
  return 'readBytes' in files && typeof files.readBytes === 'function';
}

/** A finding as `path:line:column rule`. */
export function placed({ rule, span }: Finding): string {
  if (!span) return rule;
  const { line, column } = positionAt(span.source, span.start);
  return `${span.source.path}:${line}:${column} ${rule}`;
}
