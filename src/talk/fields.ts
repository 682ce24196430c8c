import * as v from 'valibot';
import { outlineFields } from '../outline/outline.ts';
import { durationField, textField } from '../text/fields.ts';
import { type SlideSize, slideSizeOf, WIDE_SIZE } from '../text/slide-size.ts';
import { TRANSITIONS } from './motion.ts';
import type { TalkFields } from './types.ts';

const DEFAULT_THEME = 'horizon';
const DEFAULT_LANGUAGE = 'en';

const dayField = v.optional(
  v.pipe(v.string('a day as YYYY-MM-DD'), v.isoDate('a day as YYYY-MM-DD'), v.check(isDay, 'a day of the calendar')),
);
const languageField = v.optional(
  v.pipe(v.string('a language such as en, ja or de-AT'), v.check(isLanguage, 'a language such as en, ja or de-AT')),
  DEFAULT_LANGUAGE,
);
const SIZE = 'a shape such as 16:9, 4:3 or 1:1, no narrower than 1:2 and no wider than 3:1';
const sizeField = v.optional(
  v.pipe(
    v.string(SIZE),
    v.check((text) => slideSizeOf(text) !== null, SIZE),
    v.transform((text): SlideSize => slideSizeOf(text) ?? WIDE_SIZE),
  ),
);
const schemeField = v.optional(v.picklist(['light', 'dark'], '"light" or "dark"'));
const addressField = v.optional(
  v.pipe(v.string('a web address'), v.url('a web address'), v.regex(/^https?:/, 'a web address')),
);

const talkEntries = {
  title: textField,
  subtitle: textField,
  speaker: textField,
  event: textField,
  date: dayField,
  lang: languageField,
  theme: v.optional(v.string('the name of a theme'), DEFAULT_THEME),
  size: sizeField,
  scheme: schemeField,
  article: textField,
  time: durationField,
  description: textField,
  picture: textField,
  address: addressField,
  transition: v.optional(v.picklist(TRANSITIONS, '"none", "fade", "slide" or "zoom"'), 'none'),
  kiosk: durationField,
  footnotes: v.optional(v.picklist(['slide', 'sources'], '"slide" or "sources"'), 'slide'),
};

/** What `talk.yaml` may say. */
export const talkSchema = v.strictObject(talkEntries);
/** What the front matter of a talk in one file may say: a talk's fields and an outline's. */
export const singleFileSchema = v.strictObject({ ...talkEntries, ...outlineFields });

/** Fields as read, in product words. */
export function talkFieldsOf(fields: v.InferOutput<typeof talkSchema>): TalkFields {
  const { title, subtitle, speaker, event, lang, theme, article, description, picture } = fields;
  const { size = WIDE_SIZE, scheme = '' } = fields;
  const { time: timeSeconds, date = '', address = '', footnotes } = fields;
  const { transition, kiosk: kioskSeconds } = fields;
  return {
    title,
    subtitle,
    speaker,
    event,
    date,
    lang,
    theme,
    size,
    scheme,
    article,
    timeSeconds,
    description,
    picture,
    address,
    footnotes,
    transition,
    kioskSeconds,
  };
}

/** The fields of a talk that says nothing about itself. */
export const defaultFields: TalkFields = talkFieldsOf(v.parse(talkSchema, {}));

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
