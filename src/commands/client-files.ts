import type { ClientFiles } from '../deck/deck.ts';
import type { GalleryCss } from '../deck/gallery-page.ts';
import type { SpeakerFiles } from '../deck/speaker-deck.ts';
import { Stop } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { missingClient } from './findings.ts';
import { CLIENT_FOLDER } from './places.ts';

/** A file of the browser's side, as built. Throws `Stop` (`missing-client`). */
export function readClientFile(host: Host, name: string): string {
  const bytes = host.readBytes(host.resolve(CLIENT_FOLDER, name));
  if (bytes === null) throw new Stop([missingClient(host.display(CLIENT_FOLDER))]);
  return new TextDecoder().decode(bytes);
}

/** What the speaker's deck has beside: its window, and what lets the slides follow it. Throws `Stop` (`missing-client`). */
export function readSpeakerFiles(host: Host): SpeakerFiles {
  const read = (name: string): string => readClientFile(host, `speaker/${name}`);
  return {
    projector: read('projector.js'),
    projectorCss: read('projector.css'),
    speaker: read('speaker.js'),
    speakerCss: read('speaker.css'),
    previewCss: read('preview.css'),
  };
}

/** The CSS of the gallery of themes. Throws `Stop` (`missing-client`). */
export function readGalleryCss(host: Host): GalleryCss {
  const read = (name: string): string => readClientFile(host, `gallery/${name}`);
  return { page: read('page.css'), tree: read('tree.css') };
}

/** reveal.js and Rostrum's own scripts and styles for a deck, as built. Throws `Stop` (`missing-client`). */
export function readClient(host: Host): ClientFiles {
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
