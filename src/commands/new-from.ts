import { overlayHost } from '../io/overlay.ts';
import { writeWhole } from '../io/write.ts';
import { fieldsYaml } from '../migrate/fields.ts';
import { slowDeck } from '../migrate/findings.ts';
import { type MigratedTalk, migrateDeck } from '../migrate/migrate.ts';
import { collectPictures } from '../migrate/pictures-of-deck.ts';
import { repairOutline } from '../migrate/repair.ts';
import { originAt } from '../migrate/traced.ts';
import { TOOL_NAMES } from '../migrate/types.ts';
import { readSource, textReader } from '../talk/texts.ts';
import { type Finding, inReadingOrder, Stop } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { spanOf } from '../text/source.ts';
import type { Context, Outcome } from './context.ts';
import { refuseTaken, startLines } from './new.ts';
import { prepareTalk } from './prepare.ts';
import { written } from './writing.ts';

const LONGEST_SECONDS = 15;
/** Each round mends what the one before it has laid open. */
const MOST_ROUNDS = 8;

/** Writes a talk made of a deck for another tool: a folder, or one file when its name ends in `.md`. Never over anything. */
export async function newTalkFrom(context: Context, talk: string, deck: string): Promise<Outcome> {
  const { host, lap } = context;
  const place = host.resolve(talk);
  refuseTaken(host, place);
  const file = host.resolve(deck);
  const found: Finding[] = [];
  const source = readSource(host, file, found);
  if (!source) throw new Stop(found);
  lap('read');
  const isOneFile = place.endsWith('.md');
  const folder = host.resolve(file, '..');
  const slides = isOneFile ? host.resolve(place, '..') : host.resolve(place, 'slides');
  const stem = place.replace(/\.md$/, '').split(/[/\\]/).at(-1) ?? '';
  const pictures = collectPictures(host, folder, isOneFile ? `${stem}-media` : 'media');
  const readText = textReader(host, folder);
  const migrated = host.within(LONGEST_SECONDS * 1000, () =>
    migrateDeck(source, { ...pictures, isOneFile, readText: (path) => readText(path, spanOf(source, 0), []) }),
  );
  if (migrated === null) throw new Stop([slowDeck(source.path, LONGEST_SECONDS)]);
  if (migrated.value === null) throw new Stop(migrated.findings);
  lap('migrate');
  if (isOneFile && pictures.files.size > 0) refuseTaken(host, host.resolve(slides, `${stem}-media`));
  const target: Target = { place, slides, isOneFile, pictures: pictures.files };
  const mended = await mendTalk(context, migrated.value, target);
  lap('check');
  for (const [path, bytes] of filesOf(host, mended.talk, target)) await written(host, path, writeWhole(path, bytes));
  lap('write');
  const { tool, slideCount } = migrated.value;
  const count = pictures.files.size;
  return {
    outputs: [place],
    slides: slideCount,
    findings: withoutRepeats(inReadingOrder([...migrated.findings, ...mended.findings])),
    lines: [
      `Read as a deck for ${TOOL_NAMES[tool]}${count === 0 ? '' : `, with ${count} ${count === 1 ? 'picture' : 'pictures'}`}.`,
      ...startLines(host, place, isOneFile),
    ],
    extra: { from: tool },
  };
}

interface Target {
  readonly place: string;
  /** The folder of the outlines. */
  readonly slides: string;
  readonly isOneFile: boolean;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

function outlinePath(host: Host, name: string, { place, slides, isOneFile }: Target): string {
  return isOneFile ? place : host.resolve(slides, name);
}

function filesOf(host: Host, talk: MigratedTalk, target: Target): ReadonlyMap<string, Uint8Array> {
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
async function mendTalk(
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
    return (await prepareTalk({ ...context, host, lap: () => {} }, { talk: target.place })).findings;
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

function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const met = new Set<string>();
  return findings.filter(({ rule, message, span }) => {
    const key = `${rule} ${span?.source.path} ${span?.start} ${message}`;
    const isNew = !met.has(key);
    met.add(key);
    return isNew;
  });
}
