import type { DrawnDiagram } from '../markdown/render-context.ts';
import type { Diagram } from '../markdown/tree.ts';
import type { SpeakerNotes } from '../talk/speaker-notes.ts';
import type { Talk } from '../talk/types.ts';
import { type Checked, Stop } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { FontShelf } from '../theme/fonts.ts';
import type { Theme } from '../theme/types.ts';
import type { DiagramText, Drawing } from '../typeset/diagrams.ts';
import { readClientFile } from './client-files.ts';
import type { LendBrowser } from './lend-browser.ts';

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
  const ofSlides = slides.flatMap(({ contents }) => contents.diagrams);
  const all = [...ofSlides, ...notes.contents.flatMap(({ diagrams }) => diagrams)];
  if (all.length === 0) return { value: new Map(), findings: [] };
  const [typeset, print, deck] = await Promise.all([
    import('../typeset/diagrams.ts'),
    import('../print/draw-diagrams.ts'),
    import('../deck/drawing-page.ts'),
  ]);
  const draw = async (texts: readonly DiagramText[]): Promise<readonly (Drawing | null)[]> => {
    if (texts.length === 0) return [];
    const written = texts.map(({ text }) => text);
    const { html, assets } = deck.drawingPage(host, theme, new FontShelf(host, theme), written);
    const desk = { page: { html, assets, ...size }, script: readClientFile(host, 'diagrams.js') };
    const drawings = known.get(html) ?? (await lend((browser) => print.drawDiagrams<Drawing>(browser, desk, texts)));
    known.set(html, drawings);
    return drawings;
  };
  try {
    return await typeset.drawDiagrams(all, draw);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { value: new Map(), findings: error.findings };
  }
}
