/** An address as a QR code: an SVG in the colours of ink on paper. */
export type DrawQrCode = (text: string) => string;

/** In modules: what ISO/IEC 18004 asks for around a code. */
const QUIET_ZONE = 4;

/** What draws QR codes; the library is loaded only for a talk that needs them. */
export async function loadQrCodes(isNeeded: boolean): Promise<DrawQrCode> {
  if (!isNeeded) return () => '';
  const { encode } = await import('uqr');
  return (text) => drawCode(encode(text, { ecc: 'M', border: QUIET_ZONE }).data);
}

/** One path for all dark modules; those side by side in a row are one box. White lies under them on any ground. */
function drawCode(rows: readonly (readonly boolean[])[]): string {
  const boxes = rows.flatMap((row, y) =>
    [
      ...row
        .map((isDark) => (isDark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
  );
  const side = rows.length;
  return `<svg class="qr-code" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges" aria-hidden="true"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${boxes.join('')}"/></svg>`;
}
