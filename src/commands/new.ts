import { writeWhole } from '../io/write.ts';
import { Stop } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import type { Context, Outcome } from './context.ts';
import { alreadyThere } from './findings.ts';
import { starterFile, starterTalk } from './starter.ts';
import { written } from './writing.ts';

/** Writes a talk to start from: a folder, or one file when the name ends in `.md`. Never over anything. */
export async function newTalk({ host, lap }: Context, talk: string): Promise<Outcome> {
  const place = host.resolve(talk);
  const isFile = place.endsWith('.md');
  refuseTaken(host, place);
  const title = titleFrom(place);
  const files = isFile ? new Map([['', starterFile(title)]]) : starterTalk(title);
  for (const [path, text] of files) {
    const target = host.resolve(place, path);
    await written(host, target, writeWhole(target, new TextEncoder().encode(text)));
  }
  lap('write');
  return { outputs: [place], slides: null, findings: [], lines: startLines(host, place, isFile) };
}

/** A new talk is only written where nothing is. Throws `Stop` (`already-there`). */
export function refuseTaken(host: Host, place: string): void {
  const isTaken = host.kindOf(place) === 'file' || host.list(place).length > 0;
  if (isTaken) throw new Stop([alreadyThere(host.display(place), 'talk')]);
}

/** What to do next with a new talk. */
export function startLines(host: Host, place: string, isFile: boolean): readonly string[] {
  const shown = host.display(place);
  return [
    `Write your talk in ${isFile ? shown : `${shown}/slides/`}, then run:`,
    `  rostrum build ${shown}`,
    `  rostrum print slides --talk ${shown}`,
  ];
}

/** `my-first-talk` -> `My first talk` */
function titleFrom(place: string): string {
  const name = place.replace(/\.md$/, '').split(/[/\\]/).at(-1) ?? '';
  const words = name.replace(/[-_]+/g, ' ').trim();
  return words === '' ? 'A talk' : words.charAt(0).toUpperCase() + words.slice(1);
}
