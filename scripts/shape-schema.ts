import type { Fields, Shape } from '../src/view/shape.ts';

/** A schema of JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The schema of a shape: what a template is given has every field of it, and no other. */
export function shapeSchema(shape: Shape): JsonSchema {
  const { about: description } = shape;
  switch (shape.kind) {
    case 'text':
      return { type: 'string', description, ...(shape.use === 'address' ? { format: 'uri-reference' } : {}) };
    case 'html':
      return { type: 'string', description, contentMediaType: 'text/html' };
    case 'number':
      return { type: 'number', description };
    case 'flag':
      return { type: 'boolean', description };
    case 'record':
      return { ...recordSchema(shape.fields), description };
    case 'list':
      return { type: 'array', description, items: shapeSchema(shape.of) };
    case 'maybe':
      return { description, anyOf: [shapeSchema(shape.of), { type: 'null' }] };
  }
}

/** The schema of an object with these fields. */
export function recordSchema(fields: Fields): JsonSchema {
  const properties = Object.entries(fields).map(([name, field]) => [name, shapeSchema(field)] as const);
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: Object.keys(fields),
    additionalProperties: false,
  };
}
