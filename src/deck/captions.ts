/** Whether a file of a talk holds captions. */
export function isCaptions(path: string): boolean {
  return path.toLowerCase().endsWith('.vtt');
}

/**
 * Captions as an address that holds them: for a page that is opened from a disk every file beside it is of another
 * origin, and browsers take captions only from their own (HTML, "start-the-track-processing-model").
 */
export function captionsAddress(bytes: Uint8Array): string {
  return `data:text/vtt;charset=utf-8;base64,${Buffer.from(bytes).toString('base64')}`;
}
