import { type Attributes, attributeOf } from '../markdown/tree.ts';
import { FILE_NAMES } from '../text/file-kinds.ts';
import type { Finding } from '../text/finding.ts';
import type { Span } from '../text/source.ts';
import { invalidBackground, invalidTone } from './findings.ts';
import type { ReadColor } from './language.ts';
import type { Background } from './types.ts';

const TONES = ['light', 'dark'];

/**
 * What stands behind a slide: `{background=...}` names a picture, a video or a colour, and `{tone=light}` or
 * `{tone=dark}` says which kind of ground it is; without it a colour says so itself, and all else is taken for dark.
 * `null` where none is named. Findings: `invalid-background`, `invalid-tone`.
 */
export function backgroundOf(
  attributes: Attributes,
  readColor: ReadColor | null,
  findings: Finding[],
): Background | null {
  const attribute = attributeOf(attributes, 'background');
  const tone = attributeOf(attributes, 'tone');
  if (tone && !TONES.includes(tone.value)) findings.push(invalidTone(tone.span, tone.value));
  if (!attribute) return null;
  const { value, span } = attribute;
  const given = tone ? tone.value === 'dark' : null;
  if (FILE_NAMES.picture.test(value)) return { kind: 'picture', src: value, isDark: given ?? true, span };
  if (FILE_NAMES.video.test(value)) return { kind: 'video', src: value, isDark: given ?? true, span };
  return colorBackground(value, span, given, readColor, findings);
}

function colorBackground(
  value: string,
  span: Span,
  isDark: boolean | null,
  readColor: ReadColor | null,
  findings: Finding[],
): Background | null {
  const color = readColor?.(value) ?? null;
  if (color) return { kind: 'color', css: color.css, isDark: isDark ?? color.isDark, span };
  findings.push(invalidBackground(span, value));
  return null;
}
