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

/** A line for each row, drawn where its modules are dark. White lies under it on any ground. */
function drawCode(rows: readonly (readonly boolean[])[]): string {
  const lines = rows.map((row, y) => {
    let at = 0;
    const runs = [
      ...row
        .map((isDark) => (isDark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({ index, 0: run }) => {
      const start = at === 0 ? `M${index} ${y}.5` : `m${index - at} 0`;
      at = index + run.length;
      return `${start}h${run.length}`;
    });
    return runs.join('');
  });
  const side = rows.length;
  const size = `viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"`;
  return `<svg class="qr-code" ${size} aria-hidden="true"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path stroke="#000" d="${lines.join('')}"/></svg>`;
}
