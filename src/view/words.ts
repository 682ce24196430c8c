import type { RenderWords } from '../markdown/render-context.ts';

/** The few words that slides show without the outline saying them, by language. */
interface Words extends RenderWords {
  readonly part: (number: number, count: number) => string;
  /** What a link to a slide is called in a print. */
  readonly slide: (number: number, title: string) => string;
}

const ENGLISH: Words = {
  part: (number, count) => `Part ${number} of ${count}`,
  slide: (number, title) => `Slide ${number}: ${title}`,
  alerts: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' },
  done: 'done',
  open: 'to do',
  footnotes: 'Footnotes',
};
const WORDS: Readonly<Record<string, Words>> = {
  en: ENGLISH,
  ja: {
    part: (number, count) => `第${number}部（全${count}部）`,
    slide: (number, title) => `スライド${number}：${title}`,
    alerts: { note: '注記', tip: 'ヒント', important: '重要', warning: '警告', caution: '注意' },
    done: '完了',
    open: '未完了',
    footnotes: '脚注',
  },
  de: {
    part: (number, count) => `Teil ${number} von ${count}`,
    slide: (number, title) => `Folie ${number}: ${title}`,
    alerts: { note: 'Hinweis', tip: 'Tipp', important: 'Wichtig', warning: 'Warnung', caution: 'Vorsicht' },
    done: 'erledigt',
    open: 'offen',
    footnotes: 'Fußnoten',
  },
};

/** The words of a language, by the first part of its tag; English where it has none. */
export function wordsFor(lang: string): Words {
  return WORDS[lang.split('-')[0] ?? ''] ?? ENGLISH;
}
