import { renderSingleFile } from '../deck/deck.ts';
import { EmbeddedBox } from '../deck/embedded-box.ts';
import { writeWhole } from '../io/write.ts';
import type { Host } from '../text/host.ts';
import { readClient } from './client-files.ts';
import type { Context, Outcome, TalkRequest } from './context.ts';
import { refuseForeignPage } from './deck-places.ts';
import { largeFile } from './findings.ts';
import type { LendBrowser } from './lend-browser.ts';
import { type PreparedTalk, prepareTalk } from './prepare.ts';
import { written } from './writing.ts';

/** What mail servers take, with a little to spare for the letter. */
const MAIL_BYTES = 20_000_000;

/** Builds the deck of a talk as one file. Finding: `large-file`. */
export async function buildSingleFile(context: Context, request: TalkRequest, lend?: LendBrowser): Promise<Outcome> {
  const { host, lap, version } = context;
  const box = new EmbeddedBox();
  const prepared = await prepareTalk(context, request, lend, box);
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
