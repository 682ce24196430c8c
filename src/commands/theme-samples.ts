import { SAMPLE_KINDS, type SampleKind } from '../check/sample-kinds.ts';
import { type SampleForm, type SampleTalkForm, sampleTalk } from '../check/samples.ts';
import { overlayHost } from '../io/overlay.ts';
import type { DeclaredLayouts } from '../text/declared-layouts.ts';
import type { Host } from '../text/host.ts';
import { SAMPLES_FOLDER } from './places.ts';

/** The pictures of the samples, below their folder. */
const MEDIA = 'media';

/** The talks of samples as files that are read once, by their kind, with the pictures that they show. */
export interface Samples {
  readonly texts: ReadonlyMap<SampleKind, string>;
  readonly media: ReadonlyMap<string, Uint8Array>;
}

/** Reads the samples that come with Rostrum. */
export function readSamples(host: Host): Samples {
  const read = (name: string): Uint8Array => {
    const bytes = host.readBytes(host.resolve(SAMPLES_FOLDER, name));
    if (bytes === null) throw new Error(`the samples of themes lack ${name}`);
    return bytes;
  };
  const texts = SAMPLE_KINDS.map((kind) => [kind, new TextDecoder().decode(read(`${kind}.md`))] as const);
  const names = host.list(host.resolve(SAMPLES_FOLDER, MEDIA)).map((name) => `${MEDIA}/${name}`);
  return { texts: new Map(texts), media: new Map(names.map((name) => [name, read(name)])) };
}

/** A talk of samples that stands, in memory alone, in the folder of a talk: so it finds the templates of that one. */
export function placeSample(
  host: Host,
  folder: string,
  { texts, media }: Samples,
  form: SampleForm & Pick<SampleTalkForm, 'kind'>,
  layouts: readonly string[],
  declared: DeclaredLayouts,
): { readonly host: Host; readonly talk: string } {
  const talk = host.resolve(folder, `${form.kind}.md`);
  const text = sampleTalk(texts.get(form.kind) ?? '', form, layouts, declared);
  const files = new Map([
    [talk, new TextEncoder().encode(text)],
    ...[...media].map(([name, bytes]) => [host.resolve(folder, name), bytes] as const),
  ]);
  return { host: overlayHost(host, files), talk };
}
