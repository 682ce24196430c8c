import { attributeOf, hasClass, type Media } from '../markdown/tree.ts';
import type { Finding } from '../text/finding.ts';
import { loudAutoplay, missingCaptions } from './findings.ts';
import type { MediaRequest } from './media.ts';

/**
 * The files that videos and recordings need: what is played, the poster, the captions. Findings: `missing-captions`,
 * `loud-autoplay`.
 */
export function mediaRequests(media: readonly Media[], findings: Finding[]): readonly MediaRequest[] {
  return media.flatMap(({ type, image, attributes }) => {
    const poster = attributeOf(attributes, 'poster');
    const captions = attributeOf(attributes, 'captions');
    const isMuted = hasClass(attributes, 'muted');
    const autoplay = attributes.find(({ kind, name }) => kind === 'class' && name === 'autoplay');
    // What is not heard has nothing to caption.
    if (type === 'video' && !captions && !isMuted) findings.push(missingCaptions(image.span));
    if (autoplay && !isMuted) findings.push(loudAutoplay(autoplay.span));
    const requests: MediaRequest[] = [{ kind: type, src: image.src, span: image.span, alt: image.alt }];
    if (poster) requests.push({ kind: 'picture', src: poster.value, span: poster.span, alt: null });
    if (captions) requests.push({ kind: 'captions', src: captions.value, span: captions.span, alt: null });
    return requests;
  });
}
