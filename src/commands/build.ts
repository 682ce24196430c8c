import { isOwnAsset } from '../deck/assets.ts';
import { type ClientFiles, renderDeck } from '../deck/deck.ts';
import { writeFolder } from '../io/write.ts';
import { Stop } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import type { Context, Outcome, TalkRequest } from './context.ts';
import { foreignPage, missingClient } from './findings.ts';
import { CLIENT_FOLDER } from './places.ts';
import { prepareTalk } from './prepare.ts';
import { written } from './writing.ts';

/** Builds the deck of a talk. */
export async function build(context: Context, request: TalkRequest): Promise<Outcome> {
  const { host, lap, version } = context;
  const prepared = await prepareTalk(context, request);
  const { talk, view, packed, findings } = prepared;
  const folder = request.output === undefined ? talk.paths.deck : host.resolve(request.output);
  refuseForeignPage(host, folder);
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

/** A page that something else made is not overwritten. */
function refuseForeignPage(host: Host, folder: string): void {
  const page = host.resolve(folder, 'index.html');
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
