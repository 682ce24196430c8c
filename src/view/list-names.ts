import type { Fields, Shape } from './shape.ts';

/** A name that a template can write, as documents have it. */
export interface GivenName {
  /** `slide.events[].date`: `[]` stands for each item of a list. */
  readonly path: string;
  /**
   * `text`, `address`, `style` for what may stand in an attribute of that name, `HTML`, `number`, `yes or no`, `list`,
   * `group`; with `or null` where there may be nothing.
   */
  readonly type: string;
  readonly about: string;
}

const TYPES = { html: 'HTML', number: 'number', flag: 'yes or no', list: 'list', record: 'group' };

/** Every name in what a template is given, outer before inner. */
export function listNames(contract: Fields): readonly GivenName[] {
  return namesIn(contract, '');
}

function namesIn(fields: Fields, prefix: string): readonly GivenName[] {
  return Object.entries(fields).flatMap(([name, shape]) => namesOf(prefix + name, shape));
}

function namesOf(path: string, shape: Shape): readonly GivenName[] {
  const { about } = shape;
  switch (shape.kind) {
    case 'list': {
      const items =
        shape.of.kind === 'record' ? namesIn(shape.of.fields, `${path}[].`) : namesOf(`${path}[]`, shape.of);
      return [{ path, type: TYPES.list, about }, ...items];
    }
    case 'maybe': {
      const [first, ...others] = namesOf(path, shape.of);
      return first ? [{ path, type: `${first.type} or null`, about }, ...others] : [];
    }
    case 'record':
      return [{ path, type: TYPES.record, about }, ...namesIn(shape.fields, `${path}.`)];
    case 'text':
      return [{ path, type: shape.use || 'text', about }];
    default:
      return [{ path, type: TYPES[shape.kind], about }];
  }
}
