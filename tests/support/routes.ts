import { readFileSync } from 'node:fs';

/** Every address pattern of the built site with what serves it: a page or a route. */
export function builtRoutes(kind: 'page' | 'route'): string[] {
  const manifest = JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8')) as Record<
    string,
    string
  >;
  return Object.entries(manifest)
    .filter(([file, address]) => file.endsWith(`/${kind}`) && !address.startsWith('/_'))
    .map(([, address]) => address);
}

/** The names of every server action of the built site by id. */
export function builtActions(): Map<string, string> {
  const manifest = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as {
    node: Record<string, { exportedName?: string; filename?: string }>;
  };
  return new Map(
    Object.entries(manifest.node).map(([id, { exportedName, filename }]) => [
      id,
      `${filename} ${exportedName}`,
    ]),
  );
}

/** Fills the placeholders of a pattern: { '[slug]': 'x' }; null when one has no value. */
export function fill(pattern: string, values: Record<string, string>): string | null {
  let missing = false;
  const filled = pattern.replace(/\[[^\]]+\]/g, (placeholder, at: number) => {
    const before = pattern.slice(0, at);
    const key = Object.keys(values).find((one) => `${before}${placeholder}`.endsWith(one));
    if (key === undefined) missing = true;
    return key === undefined ? '' : (values[key] ?? '');
  });
  return missing ? null : filled;
}
