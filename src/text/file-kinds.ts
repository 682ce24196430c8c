/** What a file of a talk can be that is shown or played. */
export type FileKind = 'picture' | 'video' | 'audio' | 'captions';

/** How the names of files end that a talk takes, by what they are. */
export const FILE_NAMES: Readonly<Record<FileKind, RegExp>> = {
  picture: /\.(?:svg|png|jpe?g|webp|gif|avif)$/i,
  video: /\.(?:mp4|webm)$/i,
  audio: /\.(?:mp3|m4a|ogg|wav)$/i,
  captions: /\.vtt$/i,
};

/** What plays in a file, by the end of its name; `null` for what is neither video nor sound. */
export function playedKind(src: string): 'video' | 'audio' | null {
  if (FILE_NAMES.video.test(src)) return 'video';
  return FILE_NAMES.audio.test(src) ? 'audio' : null;
}

/** Whether a file can stand behind a slide, or in the folder of pictures of another tool's deck. */
export function isPictureOrVideo(src: string): boolean {
  return FILE_NAMES.picture.test(src) || FILE_NAMES.video.test(src);
}
