import { overlayHost } from '../io/overlay.ts';
import { fieldsYaml } from '../migrate/fields.ts';
import type { MigratedTalk } from '../migrate/migrate.ts';
import { repairOutline } from '../migrate/repair.ts';
import { originAt } from '../migrate/traced.ts';
import { type Finding, Stop } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import type { Context } from './context.ts';
import { prepareTalk } from './prepare.ts';

/** Each round mends what the one before it has laid open. */
const MOST_ROUNDS = 8;

/** Where a talk is going to stand. */
export interface Target {
  readonly place: string;
  /** The folder of the outlines. */
  readonly slides: string;
  readonly isOneFile: boolean;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

function outlinePath(host: Host, name: string, { place, slides, isOneFile }: Target): string {
  return isOneFile ? place : host.resolve(slides, name);
}

/** The files of a talk by their absolute path. */
export function filesOf(host: Host, talk: MigratedTalk, target: Target): ReadonlyMap<string, Uint8Array> {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const { slides, isOneFile, pictures } = target;
  const fields = isOneFile ? [] : [[host.resolve(slides, 'talk.yaml'), encode(fieldsYaml(talk.fields))] as const];
  const outlines = talk.outlines.map(({ name, text }) => [outlinePath(host, name, target), encode(text.text)] as const);
  return new Map([
    ...fields,
    ...outlines,
    ...[...pictures].map(([path, bytes]) => [host.resolve(slides, path), bytes] as const),
  ]);
}

/**
 * Builds the talk in memory, and mends what would keep it from being built, until nothing does. Its findings are those
 * of that build and of what was mended, each at its place in the deck.
 */
export async function mendTalk(
  context: Context,
  first: MigratedTalk,
  target: Target,
): Promise<{ readonly talk: MigratedTalk; readonly findings: readonly Finding[] }> {
  const mended: Finding[] = [];
  let talk = first;
  for (let round = 0; ; round += 1) {
    const found = await findingsOf(context, talk, target);
    const errors = found.filter(({ severity, span }) => severity === 'error' && span);
    const repaired = repair(context.host, talk, errors, target);
    if (repaired.findings.length === 0 || round === MOST_ROUNDS) {
      return { talk, findings: [...mended, ...inDeck(context.host, talk, found, target)] };
    }
    mended.push(...repaired.findings);
    talk = repaired.talk;
  }
}

async function findingsOf(context: Context, talk: MigratedTalk, target: Target): Promise<readonly Finding[]> {
  const host = overlayHost(context.host, filesOf(context.host, talk, target));
  try {
    const { findings } = await prepareTalk({ ...context, host, lap: () => {} }, { talk: target.place });
    // Whether sizes could be measured says nothing about the deck.
    return findings.filter(({ rule }) => rule !== 'estimated-type');
  } catch (error) {
    if (error instanceof Stop) return error.findings;
    throw error;
  }
}

function repair(
  host: Host,
  talk: MigratedTalk,
  errors: readonly Finding[],
  target: Target,
): { readonly talk: MigratedTalk; readonly findings: readonly Finding[] } {
  const repaired = talk.outlines.map((outline) => {
    const path = host.display(outlinePath(host, outline.name, target));
    const { text, findings } = repairOutline(
      outline.text,
      errors.filter(({ span }) => span?.source.path === path),
    );
    return { outline: { ...outline, text }, findings };
  });
  return {
    talk: { ...talk, outlines: repaired.map(({ outline }) => outline) },
    findings: repaired.flatMap(({ findings }) => findings),
  };
}

/** Findings of a build of the talk, each at the line of the deck that it is about. */
function inDeck(host: Host, talk: MigratedTalk, findings: readonly Finding[], target: Target): readonly Finding[] {
  return findings.map((finding) => {
    const { span } = finding;
    const outline = talk.outlines.find(
      ({ name }) => host.display(outlinePath(host, name, target)) === span?.source.path,
    );
    if (!span || !outline) return finding;
    const { related: _related, ...rest } = finding;
    return { ...rest, span: originAt(outline.text, span.start) };
  });
}
