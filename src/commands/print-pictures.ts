import { renderSlides } from '../deck/slide-pages.ts';
import { writeSet } from '../io/write.ts';
import type { Browser } from '../print/browser.ts';
import { isOwnPicture, signPicture } from '../print/own-picture.ts';
import { takePictures } from '../print/take-pictures.ts';
import { type Finding, Stop } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import type { Context, Outcome } from './context.ts';
import { foreignPicture } from './findings.ts';
import { pictureNames } from './picture-names.ts';
import type { PreparedTalk } from './prepare.ts';
import { checkedPrint, cutOff } from './print-findings.ts';
import { partsOf } from './print-pages.ts';
import type { PrintRequest } from './print-request.ts';
import { written } from './writing.ts';

/**
 * Prints the slides as pictures: a PNG file of each page that would be printed, in one folder. All are taken before one
 * is written; pictures of an earlier print that are not among them are removed. Throws `Stop` (`foreign-picture`).
 */
export async function printPictures(
  context: Context,
  browser: Browser,
  { steps, output, isForced }: Pick<PrintRequest, 'steps' | 'output' | 'isForced'>,
  prepared: PreparedTalk,
): Promise<Outcome> {
  const { host, lap } = context;
  const { view, talk } = prepared;
  const findings: Finding[] = [...prepared.findings];
  const page = renderSlides(host, prepared, steps);
  const slides = view.slides.map(({ slide }) => slide);
  const names = pictureNames(slides, page.value.pageCounts ?? []);
  const folder = output === undefined ? talk.paths.pictures : host.resolve(output);
  refuseForeignPictures(host, folder, names);
  lap('render');
  await browser.ready();
  lap('browser');
  const total = slides.length;
  const onMade = (share: number): void =>
    context.progress({ done: Math.round(share * total), total, what: 'pictures' });
  onMade(0);
  const taking = takePictures(browser, partsOf(page.value), names.length, { isForced, onMade });
  const pictures = await checkedPrint(taking, page, view, findings);
  lap('print');
  const files = new Map(pictures.map((bytes, index) => [names[index] ?? '', signPicture(bytes)]));
  await written(host, null, writeSet({ folder, files, isOwn: isOwnPicture }));
  lap('write');
  return {
    outputs: [folder],
    slides: slides.length,
    findings,
    lines: [`It has ${countOf(names)}, named after their slides.`, ...cutOff(findings)],
  };
}

function countOf({ length }: readonly string[]): string {
  return length === 1 ? 'one picture' : `${length} pictures`;
}

/** A file that something else made is not overwritten. Throws `Stop` (`foreign-picture`) with all of them. */
function refuseForeignPictures(host: Host, folder: string, names: readonly string[]): void {
  const foreign = names
    .map((name) => [name, host.resolve(folder, name)] as const)
    .filter(([name, path]) => {
      if (host.kindOf(path) === null) return false;
      return !isOwnPicture(name, host.readBytes(path) ?? new Uint8Array());
    });
  if (foreign.length > 0) throw new Stop(foreign.map(([, path]) => foreignPicture(host.display(path))));
}
