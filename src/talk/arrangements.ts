import { attributeOf, type Division } from '../markdown/tree.ts';
import type { Finding } from '../text/finding.ts';
import { comparisonNeeds, imageMapNeeds, invalidPoint } from './findings.ts';

/** Two shares of a picture, from its left and from its top. */
const POINT = /^(?:100|\d{1,2})(?:\.\d{1,2})?% +(?:100|\d{1,2})(?:\.\d{1,2})?%$/;

/** Boxes that compare hold two pictures. Finding: `before-after-needs`. */
export function checkComparisons(divisions: readonly Division[], findings: Finding[]): void {
  for (const { blocks, span } of divisions) {
    if (blocks.length !== 2 || blocks.some(({ kind }) => kind !== 'figure')) findings.push(comparisonNeeds(span));
  }
}

/** Image maps hold a picture and a list of points, each with its place. Findings: `image-map-needs`, `invalid-point`. */
export function checkImageMaps(divisions: readonly Division[], findings: Finding[]): void {
  for (const { blocks, span } of divisions) {
    const [picture, list, ...others] = blocks;
    if (picture?.kind !== 'figure' || list?.kind !== 'list' || others.length > 0) {
      findings.push(imageMapNeeds(span));
      continue;
    }
    for (const item of list.items) {
      const at = attributeOf(item.attributes, 'at');
      if (!at) findings.push(invalidPoint(item.span, null));
      else if (!POINT.test(at.value)) findings.push(invalidPoint(at.span, at.value));
    }
  }
}
