import { describe, expect, test } from 'vitest';
import { resolveColor } from '../../src/theme/resolve-color.ts';

describe('the colour that a token has', () => {
  const colors = {
    ink: '#111111',
    display: 'var(--color-ink)',
    title: 'var(--color-display)',
    lost: 'var(--color-nowhere)',
    self: 'var(--color-self)',
    one: 'var(--color-two)',
    two: 'var(--color-one)',
  };
  test.each([
    ['itself', 'ink', '#111111'],
    ['by way of another', 'display', '#111111'],
    ['by way of two others', 'title', '#111111'],
    ['none that there is', 'lost', ''],
    ['itself for ever', 'self', ''],
    ['two that lead to each other', 'one', ''],
  ])('%s', (_, name, color) => {
    expect(resolveColor(colors, name)).toBe(color);
  });
});
