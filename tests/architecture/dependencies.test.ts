import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from './source-files';

type Lock = { packages: Record<string, { version?: string; resolved?: string }> };
const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as Lock;

/** Lowest versions without a known serious hole (advisories read in November 2026). */
const FLOORS: Record<string, string> = {
  next: '16.3.3',
  react: '19.2.6',
  'react-dom': '19.2.6',
  'next-auth': '4.24.15',
  nodemailer: '9.1.1',
  sharp: '0.35.4',
};

test.each(Object.entries(FLOORS))(
  '%s is locked at %s or newer, everywhere it is installed',
  (name, floor) => {
    const found = Object.entries(lock.packages).filter(([place]) => place.endsWith(`node_modules/${name}`));
    expect(found.length).toBeGreaterThan(0);
    for (const [place, { version = '' }] of found) {
      expect(isAtLeast(version, floor), `${place} is ${version}`).toBe(true);
    }
  },
);

test('the lock file names no registry host, so that any mirror can serve it', () => {
  expect(Object.entries(lock.packages).filter(([, entry]) => entry.resolved?.startsWith('http'))).toEqual([]);
});

test('dependencies are pinned to exact versions', () => {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
    ([, range]) => !/^\d/.test(range),
  );
  expect(loose).toEqual([]);
});

function isAtLeast(version: string, floor: string): boolean {
  const left = version.split(/[.-]/).map(Number);
  const right = floor.split('.').map(Number);
  for (let index = 0; index < 3; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
