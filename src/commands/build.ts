import { isOwnAsset } from '../deck/assets.ts';
import { type ClientFiles, renderDeck } from '../deck/deck.ts';
import { renderSpeakerDeck, type SpeakerFiles } from '../deck/speaker-deck.ts';
import { writeFolder } from '../io/write.ts';
import { Stop } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import type { Context, Outcome, TalkRequest } from './context.ts';
import { refuseOtherPages } from './deck-places.ts';
import { missingClient } from './findings.ts';
import { CLIENT_FOLDER } from './places.ts';
import { prepareTalk } from './prepare.ts';
import { written } from './writing.ts';

/** Builds the deck of a talk: for the audience, or for the speaker. */
export async function build(context: Context, request: TalkRequest): Promise<Outcome> {
  const { host, lap, version } = context;
  const prepared = await prepareTalk(context, request);
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

function readClientFile(host: Host, name: string): string {
  const bytes = host.readBytes(host.resolve(CLIENT_FOLDER, name));
  if (bytes === null) throw new Stop([missingClient(host.display(CLIENT_FOLDER))]);
  return new TextDecoder().decode(bytes);
}

function readSpeakerFiles(host: Host): SpeakerFiles {
  const read = (name: string): string => readClientFile(host, `speaker/${name}`);
  return {
    projector: read('projector.js'),
    projectorCss: read('projector.css'),
    speaker: read('speaker.js'),
    speakerCss: read('speaker.css'),
    previewCss: read('preview.css'),
  };
}

function readClient(host: Host): ClientFiles {
  const read = (name: string): string => readClientFile(host, name);
  return {
    scripts: { head: read('head.js'), deck: read('deck.js') },
    css: read('deck.css'),
    slidesCss: read('slides.css'),
    contents: contentNames(host).map((name) => ({
      name,
      script: read(`contents/${name}.js`),
      css:
        host.kindOf(host.resolve(CLIENT_FOLDER, `contents/${name}.css`)) === 'file' ? read(`contents/${name}.css`) : '',
    })),
  };
}

function contentNames(host: Host): readonly string[] {
  return host
    .list(host.resolve(CLIENT_FOLDER, 'contents'))
    .filter((file) => file.endsWith('.js'))
    .map((file) => file.slice(0, -'.js'.length))
    .sort();
}
