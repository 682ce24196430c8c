import type { Finding } from '../text/finding.ts';
import type { Theme } from '../theme/types.ts';
import type { Mistake } from './faults.ts';
import { tokensWithColor } from './find-faults.ts';
import {
  layoutAccess,
  layoutContrast,
  layoutHidesText,
  layoutLosesText,
  layoutOverflow,
  layoutOverlap,
} from './findings.ts';

/** What a person is told of a mistake. `themes` are the theme in each scheme. */
export function mistakeFinding(mistake: Mistake, themes: ReadonlyMap<string, Theme>): Finding {
  const { kind, variant, amount, drawing } = mistake.worst;
  switch (kind) {
    case 'overflow':
      return layoutOverflow(mistake);
    case 'overlap':
      return layoutOverlap(mistake);
    case 'unseen':
      return layoutHidesText(mistake);
    case 'lost':
      return layoutLosesText(mistake);
    case 'access':
      return layoutAccess(mistake, amount > 0);
    case 'contrast': {
      const theme = themes.get(drawing.scheme);
      return layoutContrast(mistake, theme ? tokensWithColor(theme, variant) : []);
    }
  }
}
