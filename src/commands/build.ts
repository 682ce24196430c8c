import { isOwnAsset } from '../deck/assets.ts';
import { type ClientFiles, renderDeck, renderSingleFile } from '../deck/deck.ts';
import { EmbeddedBox } from '../deck/embedded-box.ts';
import { writeFolder, writeWhole } from '../io/write.ts';
import { Stop } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import type { Context, Outcome, TalkRequest } from './context.ts';
import { foreignPage, largeFile, missingClient } from './findings.ts';
import { CLIENT_FOLDER } from './places.ts';
import { type PreparedTalk, prepareTalk } from './prepare.ts';
import { written } from './writing.ts';

/** What mail servers take, with a little to spare for the letter. */
const MAIL_BYTES = 20_000_000;

/** Builds the deck of a talk: a folder, or one file. */
export function build(context: Context, request: TalkRequest): Promise<Outcome> {
  return request.singleFile === true ? buildSingleFile(context, request) : buildFolder(context, request);
}

async function buildFolder(context: Context, request: TalkRequest): Promise<Outcome> {
  const { host, lap, version } = context;
  const prepared = await prepareTalk(context, request);
  const { talk, view, packed, findings } = prepared;
  const folder = request.output === undefined ? talk.paths.deck : host.resolve(request.output);
  refuseForeignPage(host, host.resolve(folder, 'index.html'));
  const facts = { ...talk, picture: packed.addresses.get(talk.picture) ?? '', version };
  const deck = renderDeck(host, prepared, readClient(host), facts);
  lap('render');
  const { files } = deck.value;
  await written(host, folder, writeFolder({ folder, files, entry: 'index.html', isOwn: isOwnAsset }));
  lap('write');
  const page = host.resolve(folder, 'index.html');
  return {
    outputs: [page],
    slides: view.slides.length,
    findings: [...findings, ...deck.findings],
    lines: [`Open ${host.display(page)} by a double click, or put its folder on any web server.`],
  };
}

async function buildSingleFile(context: Context, request: TalkRequest): Promise<Outcome> {
  const { host, lap, version } = context;
  const box = new EmbeddedBox();
  const prepared = await prepareTalk(context, request, undefined, box);
  const { talk, view, findings } = prepared;
  const file = singleFilePlace(host, talk, request.output);
  refuseForeignPage(host, file);
  const page = renderSingleFile(host, prepared, readClient(host), { ...talk, version }, box);
  lap('render');
  await written(host, file, writeWhole(file, box.pieces(page.value)));
  lap('write');
  const bytes = box.sizeOf(page.value);
  const large = bytes > MAIL_BYTES ? [largeFile(host.display(file), bytes, MAIL_BYTES)] : [];
  return {
    outputs: [file],
    slides: view.slides.length,
    findings: [...findings, ...page.findings, ...large],
    lines: [`Open ${host.display(file)} by a double click, or send it: everything is in it.`],
  };
}

/** A name that ends in `.html` is that of the file, any other that of its folder. */
function singleFilePlace(host: Host, { paths }: PreparedTalk['talk'], output: string | undefined): string {
  if (output === undefined) return paths.singleFile;
  const name = paths.singleFile.slice(host.resolve(paths.singleFile, '..').length + 1);
  return /\.html?$/i.test(output) ? host.resolve(output) : host.resolve(output, name);
}

/** A page that something else made is not overwritten. */
function refuseForeignPage(host: Host, page: string): void {
  const old = host.kindOf(page) === 'file' ? host.readBytes(page) : null;
  if (old === null || new TextDecoder().decode(old.subarray(0, 4096)).includes('name="generator" content="Rostrum'))
    return;
  throw new Stop([foreignPage(host.display(page))]);
}

function readClient(host: Host): ClientFiles {
  const read = (name: string): string => {
    const bytes = host.readBytes(host.resolve(CLIENT_FOLDER, name));
    if (bytes === null) throw new Stop([missingClient(host.display(CLIENT_FOLDER))]);
    return new TextDecoder().decode(bytes);
  };
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
