import { expect, test } from 'vitest';
import { projectFile } from './source';

interface Package {
  version?: string;
  resolved?: string;
  link?: boolean;
  engines?: { node?: string };
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const manifest = JSON.parse(projectFile('package.json')) as Package;
const lock = JSON.parse(projectFile('package-lock.json')) as { packages: Record<string, Package> };
const wanted = { ...manifest.dependencies, ...manifest.devDependencies };

function locked(name: string): string[] {
  return Object.entries(lock.packages)
    .filter(([path]) => path.endsWith(`node_modules/${name}`))
    .map(([, found]) => found.version ?? '');
}

test('every version is exact', () => {
  const loose = Object.entries(wanted).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  expect(loose).toEqual([]);
  expect(Object.keys(wanted).length).toBeGreaterThan(0);
});

test('the lock file is that of package.json', () => {
  const { dependencies, devDependencies } = lock.packages[''] ?? {};
  expect({ ...dependencies, ...devDependencies }).toEqual(wanted);
});

test('the lock file has the builds of every platform, or `npm ci` refuses it', () => {
  const optional = Object.values(lock.packages).flatMap((found) =>
    Object.keys(found.optionalDependencies ?? {}),
  );
  expect(optional.filter((name) => locked(name).length === 0)).toEqual([]);
});

test('the lock file names no registry, so any will do', () => {
  const bound = Object.entries(lock.packages).filter(([, { resolved }]) =>
    resolved?.includes('://'),
  );
  expect(bound).toEqual([]);
});

test('there is one Arrow: a second decodes to an empty table without a word', () => {
  expect(locked('apache-arrow')).toEqual([wanted['apache-arrow']]);
});

test('DuckDB is the version that keeps its data', () => {
  expect(locked('@duckdb/duckdb-wasm')).toEqual(['1.32.0']);
});

test('the oldest Node is the one that the setup checks for', () => {
  expect(manifest.engines?.node).toBe('>=20.19');
  expect(projectFile('.scripts/setup.mjs')).toContain('20.19');
});
