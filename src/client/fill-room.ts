/** Tells the CSS of a box the shape of its first picture, as `--ratio`, width by height: so it can fill its room without a gap. */
export function fillRoom(box: HTMLElement, holder: HTMLElement): void {
  const picture = holder.querySelector('img');
  const tell = (): void => {
    if (picture?.naturalHeight) box.style.setProperty('--ratio', String(picture.naturalWidth / picture.naturalHeight));
  };
  picture?.addEventListener('load', tell);
  tell();
}
