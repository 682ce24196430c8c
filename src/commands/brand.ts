import { type PackedPictures, packLogo } from '../deck/deck.ts';
import { loadMedia } from '../talk/media.ts';
import type { Checked, Finding } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import type { Brand, LogoFile } from '../theme/load-brand.ts';
import type { Theme } from '../theme/types.ts';
import type { BrandView } from '../view/contract.ts';
import { NO_BRAND } from '../view/view.ts';

/** A theme, with the house style of a talk where it has one. */
export interface BrandedTheme {
  readonly theme: Theme;
  /** What templates see of the brand, with its logos in the box of a page. */
  readonly view: (host: Host, packed: PackedPictures) => BrandView;
}

/**
 * A theme in the style of the brand in a talk's `templates/`. What reads and compares colours is loaded for that alone.
 * Findings: those of the theme, of `loadBrand`, of `brandTheme`, and of `loadMedia` for the logos.
 */
export async function applyBrand(
  host: Host,
  templates: string,
  { value: theme, findings }: Checked<Theme>,
  isForInk: boolean,
): Promise<Checked<BrandedTheme>> {
  const unbranded: BrandedTheme = { theme, view: () => NO_BRAND };
  if (host.kindOf(host.resolve(templates, 'brand.yaml')) === null) return { value: unbranded, findings };
  const [{ loadBrand }, { brandTheme }] = await Promise.all([
    import('../theme/load-brand.ts'),
    import('../theme/brand.ts'),
  ]);
  const { value: brand, findings: found } = loadBrand(host, templates);
  if (brand === null) return { value: unbranded, findings: [...findings, ...found] };
  const branded = brandTheme(theme, brand, isForInk);
  const logos: Finding[] = [];
  const files = loadLogos(host, templates, brand, logos);
  const value: BrandedTheme = {
    theme: branded.value,
    view: (pageHost, packed) => viewBrand(pageHost, packed, brand, files),
  };
  return { value, findings: [...findings, ...found, ...branded.findings, ...logos] };
}

function loadLogos(
  host: Host,
  templates: string,
  { logo, darkLogo }: Brand,
  findings: Finding[],
): ReadonlyMap<string, Uint8Array> {
  const requests = [logo, darkLogo].flatMap((file) => (file === null ? [] : [{ ...file, alt: null }]));
  return loadMedia(host, templates, requests, findings, 'templates/assets/');
}

function viewBrand(
  host: Host,
  packed: PackedPictures,
  { name, logo, darkLogo }: Brand,
  files: ReadonlyMap<string, Uint8Array>,
): BrandView {
  const pack = (file: LogoFile | null): BrandView['logo'] => {
    const bytes = file === null ? undefined : files.get(file.src);
    return file === null || bytes === undefined ? null : { src: packLogo(host, packed, file.src, bytes) };
  };
  return { name, logo: pack(logo), darkLogo: pack(darkLogo) };
}
