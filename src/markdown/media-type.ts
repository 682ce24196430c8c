/** Files that browsers play. */
const TYPES = { video: /\.(?:mp4|webm)$/i, audio: /\.(?:mp3|m4a|ogg|wav)$/i } as const;

/** What kind of media a file is, by the end of its name; `null` for what is neither video nor sound. */
export function mediaType(src: string): 'video' | 'audio' | null {
  if (TYPES.video.test(src)) return 'video';
  return TYPES.audio.test(src) ? 'audio' : null;
}
