/**
 * Reads rendered HTML under a grammar so small that every parser must agree about it: no '<' or '>' outside of tags, lower-case
 * names, double-quoted attributes, everything closed in order. What does not fit throws, so "it parsed" is itself a proof that
 * nothing in it can be read in a second way.
 */
export type Element = { name: string; attributes: Record<string, string>; children: Node[] };
export type Node = Element | string;

const VOID = new Set(['br', 'hr', 'img']);
const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?: [a-z]+(?:="[^"<>]*")?)*)( ?\/?)>|([^<>]+)|([<>])/g;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function decode(text: string): string {
  return text.replace(/&([a-z]+|#39);|&/g, (found, name?: string) => {
    const sign = name === undefined ? undefined : ENTITIES[name];
    if (sign === undefined) throw new Error(`unexpected entity at ${JSON.stringify(found)}`);
    return sign;
  });
}

export function parseStrictly(html: string): Element {
  const root: Element = { name: '#root', attributes: {}, children: [] };
  const open = [root];
  for (const [whole, slash, name, attributes = '', , text, stray] of html.matchAll(TOKEN)) {
    const parent = open.at(-1) ?? root;
    if (stray !== undefined) throw new Error(`stray ${stray} in ${JSON.stringify(html.slice(0, 300))}`);
    if (text !== undefined) parent.children.push(decode(text));
    else if (slash === '/') {
      if (parent.name !== name) throw new Error(`${whole} closes <${parent.name}>`);
      open.pop();
    } else {
      const element: Element = { name: name ?? '', attributes: {}, children: [] };
      for (const [, key = '', value = ''] of attributes.matchAll(/ ([a-z]+)(?:="([^"<>]*)")?/g)) {
        if (key in element.attributes) throw new Error(`attribute ${key} twice`);
        element.attributes[key] = decode(value);
      }
      parent.children.push(element);
      if (!VOID.has(element.name)) open.push(element);
    }
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)?.name}> is never closed`);
  return root;
}

export function elementsOf(tree: Element): Element[] {
  return tree.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...elementsOf(child)]));
}

export function textOf(tree: Node): string {
  return typeof tree === 'string' ? tree : tree.children.map(textOf).join('');
}

export function depthOf(tree: Node): number {
  return typeof tree === 'string' ? 0 : 1 + Math.max(0, ...tree.children.map(depthOf));
}
