import { isOwnAsset } from '../deck/assets.ts';
import { renderDeck } from '../deck/deck.ts';
import { renderSpeakerDeck } from '../deck/speaker-deck.ts';
import { writeFolder } from '../io/write.ts';
import { buildSingleFile } from './build-single-file.ts';
import { readClient, readSpeakerFiles } from './client-files.ts';
import type { Context, Outcome, TalkRequest } from './context.ts';
import { refuseOtherPages } from './deck-places.ts';
import type { LendBrowser } from './lend-browser.ts';
import { prepareTalk } from './prepare.ts';
import { written } from './writing.ts';

/**
 * Builds the deck of a talk: for the audience, as a folder or as one file, or for the speaker. Diagrams are drawn in a
 * browser that is lent, or started for them.
 */
export function build(context: Context, request: TalkRequest, lend?: LendBrowser): Promise<Outcome> {
  return request.singleFile === true ? buildSingleFile(context, request, lend) : buildFolder(context, request, lend);
}

async function buildFolder(context: Context, request: TalkRequest, lend?: LendBrowser): Promise<Outcome> {
  const { host, lap, version } = context;
  const prepared = await prepareTalk(context, request, lend);
  const { talk, view, notes, packed, findings } = prepared;
  const isForSpeaker = notes !== null;
  const usual = isForSpeaker ? talk.paths.speaker : talk.paths.deck;
  const folder = request.output === undefined ? usual : host.resolve(request.output);
  refuseOtherPages(host, folder, isForSpeaker);
  const facts = { ...talk, picture: packed.addresses.get(talk.picture) ?? '', version };
  const client = readClient(host);
  const deck = isForSpeaker
    ? renderSpeakerDeck(host, { ...prepared, notes }, client, readSpeakerFiles(host), facts)
    : renderDeck(host, prepared, client, facts);
  lap('render');
  const { files } = deck.value;
  const entries = ['speaker.html', 'index.html'].filter((name) => files.has(name));
  await written(host, folder, writeFolder({ folder, files, entries, isOwn: isOwnAsset }));
  lap('write');
  const page = host.resolve(folder, 'index.html');
  return {
    outputs: entries.toReversed().map((name) => host.resolve(folder, name)),
    slides: view.slides.length,
    findings: [...findings, ...deck.findings],
    lines: [isForSpeaker ? howToSpeak(host.display(page)) : howToShow(host.display(page))],
  };
}

function howToShow(page: string): string {
  return `Open ${page} by a double click, or put its folder on any web server.`;
}

function howToSpeak(page: string): string {
  return `Open ${page} by a double click, and press S for your own window. It has your notes: do not publish it.`;
}
