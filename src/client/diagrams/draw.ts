// Whatever follows must find the clock and chance stopped.
import './stillness.ts';

import mermaid from 'mermaid';
import { type CleanSvg, cleanSvg } from './clean-svg.ts';
import { configFor, MOST_LINES, TYPES } from './config.ts';
import { loadFonts } from './load-fonts.ts';
import { mendDrawing } from './mend.ts';
import { type Reason, whyInvalid } from './reasons.ts';
import { withSigns } from './signs.ts';
import { startAnew } from './stillness.ts';

/** What comes of a text. */
type Drawing =
  | (CleanSvg & { readonly kind: 'drawn'; readonly description: string })
  | { readonly kind: 'unknown-type' }
  | { readonly kind: 'too-many-lines'; readonly most: number }
  | (Reason & { readonly kind: 'invalid' });

/** Draws a text, whatever was drawn before it. The ids in the drawing begin with `prefix`. */
async function drawDiagram(written: string, prefix: string): Promise<Drawing> {
  const text = withSigns(written);
  await loadFonts(text);
  startAnew();
  mermaid.initialize(configFor(text));
  document.body.replaceChildren();
  try {
    if (!TYPES.has(mermaid.detectType(text))) return { kind: 'unknown-type' };
    const { svg } = await mermaid.render('drawing', text);
    return draw(svg, prefix);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === 'UnknownDiagramError') return { kind: 'unknown-type' };
    if (error.message.startsWith('Edge limit exceeded')) return { kind: 'too-many-lines', most: MOST_LINES };
    return { kind: 'invalid', ...whyInvalid(error) };
  }
}

function draw(svg: string, prefix: string): Drawing {
  const box = document.createElement('div');
  box.innerHTML = svg;
  document.body.append(box);
  const source = box.querySelector('svg');
  if (!source) throw new Error('nothing comes of it');
  const said = [...source.querySelectorAll(':scope > title, :scope > desc')];
  mendDrawing(source);
  const description = said.map((element) => (element.textContent ?? '').trim()).join(': ');
  return { kind: 'drawn', description, ...cleanSvg(source, prefix) };
}

Object.assign(globalThis, { drawDiagram });
