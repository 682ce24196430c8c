import type { Page } from 'puppeteer';

/** A node of the accessibility tree, as a screen reader is given it. */
export interface HeardNode {
  readonly role: string;
  readonly name: string;
  /** The name that the page gives its role; '' for none. */
  readonly roleName: string;
  readonly isFocused: boolean;
  readonly children: readonly HeardNode[];
}

/** The part of the DevTools protocol's node that is used here. */
interface ProtocolNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly childIds?: readonly string[];
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
}

/** The accessibility tree of a page, without what is ignored in it: the nodes at its root. */
export async function readHeard(page: Page): Promise<readonly HeardNode[]> {
  const session = await page.createCDPSession();
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: readonly ProtocolNode[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const heard = (id: string): readonly HeardNode[] => {
    const node = byId.get(id);
    if (node === undefined) return [];
    const children = (node.childIds ?? []).flatMap(heard);
    if (node.ignored) return children;
    const property = (name: string): unknown => node.properties?.find((entry) => entry.name === name)?.value.value;
    const [role, name] = [String(node.role?.value ?? ''), String(node.name?.value ?? '')];
    return [
      {
        role,
        name,
        roleName: String(property('roledescription') ?? ''),
        isFocused: property('focused') === true,
        children,
      },
    ];
  };
  return nodes[0] === undefined ? [] : heard(nodes[0].nodeId);
}

/** All nodes, each before those in it, in the order in which they are read. */
export function inOrder(nodes: readonly HeardNode[]): readonly HeardNode[] {
  return nodes.flatMap((node) => [node, ...inOrder(node.children)]);
}

/** The words of some nodes, in the order in which they are read, without spaces. */
export function wordsOf(nodes: readonly HeardNode[]): string {
  const said = inOrder(nodes).filter(({ role }) => role === 'StaticText' || role === 'image');
  return said
    .map(({ name }) => name)
    .join('')
    .replace(/\s+/g, '');
}
