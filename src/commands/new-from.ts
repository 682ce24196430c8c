import { writeWhole } from '../io/write.ts';
import { slowDeck } from '../migrate/findings.ts';
import { loadPictures } from '../migrate/load.ts';
import { migrateDeck } from '../migrate/migrate.ts';
import { TOOL_NAMES } from '../migrate/types.ts';
import { readSource, textReader } from '../talk/texts.ts';
import { type Finding, inReadingOrder, Stop } from '../text/finding.ts';
import { spanOf } from '../text/source.ts';
import type { Context, Outcome } from './context.ts';
import { filesOf, mendTalk, type Target } from './mend-talk.ts';
import { refuseTaken, startLines } from './new.ts';
import { written } from './writing.ts';

const LONGEST_SECONDS = 15;

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
  const pictures = loadPictures(host, folder, isOneFile ? `${stem}-media` : 'media');
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

function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const met = new Set<string>();
  return findings.filter(({ rule, message, span }) => {
    const key = `${rule} ${span?.source.path} ${span?.start} ${message}`;
    const isNew = !met.has(key);
    met.add(key);
    return isNew;
  });
}
