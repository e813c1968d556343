import type { Page } from '@playwright/test';

/** One thing of a page as a screen reader gets it. */
export type Told = {
  id: string;
  role: string;
  name: string;
  /** Of a heading. */
  level?: number;
  /** `polite` or `assertive`: what changes inside is read out. */
  live?: string;
  /** What is read after the name: the hint and the error of a field. */
  description: string;
  /** The roles and ids of what it stands in, nearest first. */
  inside: { id: string; role: string }[];
};

/** Chromium's accessibility tree of a page, in the order of reading, without what no screen reader is told of. */
export async function readTree(page: Page): Promise<Told[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const parentOf = (id: string | undefined) => (id === undefined ? undefined : byId.get(id));
  const told: Told[] = [];
  const visit = (id: string) => {
    const node = byId.get(id);
    if (!node) return;
    if (!node.ignored) {
      const property = (name: string) => node.properties?.find((one) => one.name === name)?.value.value;
      const inside: Told['inside'] = [];
      for (let up = parentOf(node.parentId); up; up = parentOf(up.parentId)) {
        if (!up.ignored) inside.push({ id: up.nodeId, role: String(up.role?.value) });
      }
      const level = property('level');
      const live = property('live');
      told.push({
        id,
        role: String(node.role?.value),
        name: String(node.name?.value ?? ''),
        description: String(node.description?.value ?? ''),
        inside,
        ...(typeof level === 'number' ? { level } : {}),
        ...(typeof live === 'string' && live !== 'off' ? { live } : {}),
      });
    }
    for (const child of node.childIds ?? []) visit(child);
  };
  const root = nodes.find((node) => node.parentId === undefined);
  if (root) visit(root.nodeId);
  return told;
}

/** What one hears who goes from heading to heading: "1 Forum", "2 Often talked about". */
export function headingsOf(tree: Told[]): string[] {
  return tree.filter(({ role }) => role === 'heading').map(({ level, name }) => `${level} ${name}`);
}

/** What one hears who goes from landmark to landmark. */
export function landmarksOf(tree: Told[]): string[] {
  const roles = ['banner', 'navigation', 'search', 'main', 'region', 'contentinfo', 'form', 'complementary'];
  return tree
    .filter(
      ({ role, name }) => roles.includes(role) && (name !== '' || (role !== 'region' && role !== 'form')),
    )
    .map(({ role, name }) => `${role} ${name}`.trim());
}
