import { Html } from '../../src/text/html.ts';
import type { Shape } from '../../src/view/shape.ts';

/** Where a value is not what its shape says, each with the way to it. */
export function differences(value: unknown, shape: Shape, way: string): readonly string[] {
  const unless = (isRight: boolean): readonly string[] =>
    isRight ? [] : [`${way} is not ${shape.kind}: ${String(value)}`];
  switch (shape.kind) {
    case 'text':
      return unless(typeof value === 'string');
    case 'html':
      return unless(value === '' || (value instanceof Html && value.toHTML() !== ''));
    case 'number':
      return unless(typeof value === 'number' && Number.isFinite(value));
    case 'flag':
      return unless(typeof value === 'boolean');
    case 'maybe':
      return value === null ? [] : differences(value, shape.of, way);
    case 'list':
      if (!Array.isArray(value)) return unless(false);
      return value.flatMap((item, index) => differences(item, shape.of, `${way}[${index}]`));
    case 'record': {
      if (typeof value !== 'object' || value === null) return unless(false);
      const names = Object.keys(value).sort().join(' ');
      const expected = Object.keys(shape.fields).sort().join(' ');
      if (names !== expected) return [`${way} has ${names}, not ${expected}`];
      const entries = new Map<string, unknown>(Object.entries(value));
      return Object.entries(shape.fields).flatMap(([name, field]) =>
        differences(entries.get(name), field, `${way}.${name}`),
      );
    }
  }
}
