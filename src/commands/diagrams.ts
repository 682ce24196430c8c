import type { DrawnDiagram } from '../markdown/render-context.ts';
import type { Diagram } from '../markdown/tree.ts';
import type { SpeakerNotes } from '../talk/speaker-notes.ts';
import type { Talk, TalkSlide } from '../talk/types.ts';
import { type Checked, Stop } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { FontShelf } from '../theme/fonts.ts';
import type { Theme } from '../theme/types.ts';
import type { DiagramText, Drawing, PlacedDiagram } from '../typeset/diagrams.ts';
import { widthOf } from '../typeset/text-width.ts';
import { linesBeside } from '../view/density.ts';
import { missingClient } from './findings.ts';
import type { LendBrowser } from './lend-browser.ts';
import { CLIENT_FOLDER } from './places.ts';

/** What a slide of the base theme has around its content, in px: at the sides, and above and below, with a heading of one line. */
const AROUND = { widthPx: 192, heightPx: 268 };
/** What the second of two columns is apart from the first, and what its heading takes. */
const COLUMN = { gapPx: 44, headingPx: 60 };
const HEADING = { widthPx: 1040, sizePx: 56, linePx: 62, narrowness: 0.85 };
const LINE_PX = 44;

/** What the diagrams of a talk came to, by the page that they were drawn in, which only the fonts of a theme change. */
export type KnownDrawings = Map<string, readonly (Drawing | null)[]>;

/**
 * The diagrams of a talk, drawn in a browser with the fonts of its theme; those that are known already are not drawn again.
 * Without diagrams no browser is asked for. What keeps the browser from its work is among the findings.
 */
export async function drawTalkDiagrams(
  host: Host,
  { slides, size }: Talk,
  notes: SpeakerNotes,
  theme: Theme,
  lend: LendBrowser,
  known: KnownDrawings = new Map(),
): Promise<Checked<ReadonlyMap<Diagram, DrawnDiagram>>> {
  const room: Room = {
    widthPx: size.widthPx - AROUND.widthPx,
    heightPx: size.heightPx - AROUND.heightPx,
  };
  const inNotes = notes.contents.flatMap(({ diagrams }) => diagrams);
  const placed = [
    ...slides.flatMap((slide) => placeDiagrams(slide, room)),
    ...inNotes.map((diagram) => ({ diagram, ...room })),
  ];
  if (placed.length === 0) return { value: new Map(), findings: [] };
  const [typeset, print, deck] = await Promise.all([
    import('../typeset/diagrams.ts'),
    import('../print/draw-diagrams.ts'),
    import('../deck/drawing-page.ts'),
  ]);
  const draw = async (texts: readonly DiagramText[]): Promise<readonly (Drawing | null)[]> => {
    if (texts.length === 0) return [];
    const written = texts.map(({ text }) => text);
    const { html, assets } = deck.drawingPage(host, theme, new FontShelf(host, theme), written);
    const desk = { page: { html, assets, ...size }, script: readScript(host) };
    const drawings = known.get(html) ?? (await lend((browser) => print.drawDiagrams<Drawing>(browser, desk, texts)));
    known.set(html, drawings);
    return drawings;
  };
  try {
    return await typeset.drawDiagrams(placed, draw);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { value: new Map(), findings: error.findings };
  }
}

function placeDiagrams(slide: TalkSlide, { widthPx, heightPx: roomPx }: Room): readonly PlacedDiagram[] {
  const { contents, content, heading, title } = slide;
  const { diagrams } = contents;
  if (diagrams.length === 0) return [];
  const lines =
    heading === null
      ? 0
      : Math.ceil((widthOf(title, HEADING.sizePx) * HEADING.narrowness) / Math.min(widthPx, HEADING.widthPx));
  const underHeadingPx = roomPx - (lines - 1) * HEADING.linePx;
  if (content.kind === 'compare') {
    const heightPx = underHeadingPx - COLUMN.headingPx;
    return diagrams.map((diagram) => ({ diagram, widthPx: (widthPx - COLUMN.gapPx) / 2, heightPx }));
  }
  const leftPx = underHeadingPx - linesBeside([...content.lead, ...content.rest], 'diagram') * LINE_PX;
  const heightPx = Math.max(LINE_PX, leftPx) / diagrams.length;
  return diagrams.map((diagram) => ({ diagram, widthPx, heightPx }));
}

/** The room for what stands under a heading of one line. */
type Room = Pick<PlacedDiagram, 'widthPx' | 'heightPx'>;

function readScript(host: Host): string {
  const bytes = host.readBytes(host.resolve(CLIENT_FOLDER, 'diagrams.js'));
  if (bytes === null) throw new Stop([missingClient(host.display(CLIENT_FOLDER))]);
  return new TextDecoder().decode(bytes);
}
