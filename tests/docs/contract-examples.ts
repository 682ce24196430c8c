import { Html } from '../../src/text/html.ts';
import { viewArticlePrint } from '../../src/view/article-print.ts';
import { viewHandoutPrint } from '../../src/view/handout-print.ts';
import { viewNotes } from '../../src/view/notes.ts';
import { viewNotesPrint } from '../../src/view/notes-print.ts';
import { viewTalk } from '../../src/view/view.ts';
import { talkOf } from '../talk/talk-of.ts';
import { plainSurroundings } from '../view/surroundings.ts';
import { viewOf } from '../view/view-of.ts';
import { wordTexts } from '../words.ts';
import { readPage } from './pages.ts';

/** A talk with a little of all that paper shows. */
export const PRINTED_OUTLINE = `# Lights and marks

# The lights

## Which lamp shows to port? {.quiz}

- [ ] Green
- [x] Red[^rule]

See [the rules](https://example.com/rules).

[^rule]: Rule 21 of the rules of the road

::: notes
Port wine is red.
:::

::: handout
Two words of four letters: left, port.
:::
`;

const TALK_YAML = 'title: Lights and marks\nspeaker: Ada Marlowe\ndate: 2024-11-03\n';
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"/>';

/** The first slide of the example of a layout in docs/layouts.md, and what its template is given for it. */
export async function exampleOf(layout: string) {
  const block = readPage('docs/layouts.md').blocks.find(
    ({ heading, language }) => heading === layout && language === 'markdown',
  );
  const [markdown = ''] = (block?.text ?? '').split(/\n\n(?=## |---\n)/);
  const opening = layout === 'title' ? '' : '# Lights and marks\n\n# The lights\n\n';
  const pictures = [...markdown.matchAll(/\]\((media\/[\w.-]+)/g)].map(([, path]) => [`slides/${path}`, PICTURE]);
  const files = {
    'slides/talk.yaml': TALK_YAML,
    'slides/00.md': `${opening}${markdown}\n`,
    ...Object.fromEntries(pictures),
  };
  const { view } = await viewOf(files);
  const scene = view.slides.find(({ slide }) => slide.layout === layout);
  if (!scene) throw new Error(`docs/layouts.md has no example that makes a slide of the layout ${layout}`);
  return { markdown, data: { talk: view.talk, brand: view.brand, section: scene.section, slide: scene.slide } };
}

/** What the template of a kind of print is given for `PRINTED_OUTLINE`, of which the last slide is shown. */
export async function examplePrint(kind: string): Promise<Readonly<Record<string, unknown>>> {
  const { talk } = talkOf({ 'slides/talk.yaml': TALK_YAML, 'slides/00.md': PRINTED_OUTLINE });
  const surroundings = plainSurroundings();
  const whole = viewTalk(talk, surroundings);
  const view = { ...whole, slides: whole.slides.slice(-1) };
  const all = viewNotes(talk, surroundings);
  const notes = { ...all, slides: all.slides.slice(-1) };
  const drawings = [new Html('<div class="frame">...</div>')];
  const words = wordTexts('en').print;
  if (kind === 'notes') return viewNotesPrint(view, notes, drawings, new Set(['speaker', 'handout']), words);
  if (kind === 'article') return viewArticlePrint(view, notes, drawings, words);
  const links = [new Html('<div class="frame">...<a href="https://example.com/rules">the rules</a>...</div>')];
  const form = { perSheet: 3, side: 'beside', hasLines: true, hasNotes: true } as const;
  return viewHandoutPrint(
    view,
    links,
    form,
    { address: 'https://example.com/talks/lights/', qrCode: '<svg>...</svg>' },
    words,
  );
}
