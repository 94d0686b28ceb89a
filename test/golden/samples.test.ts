import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { samples } from '../../sample-data/generators';
import { presets } from '../../src/scheme/presets';
import { sampleFolder } from './headline';

const folders = [...samples.keys()];

test.each(folders)('%s: the committed files are what the generator writes', (folder) => {
  const message = 'Sample data out of date; run: npm run sample';
  const files = samples.get(folder)?.() ?? new Map<string, Uint8Array>();
  expect(readdirSync(sampleFolder(folder)).sort(), message).toEqual([...files.keys()].sort());
  for (const [name, bytes] of files)
    expect(readFileSync(join(sampleFolder(folder), name)).equals(bytes), message).toBe(true);
});

test('every preset has a sample', () => {
  // the rounds of zhaoling are in its own folder
  const ids = new Set(presets.map(({ id }) => id.replace(/-rounds$/, '')));
  // those of city are scored by the scheme of jiujiang
  expect([...ids].sort()).toEqual(folders.filter((folder) => folder !== 'city').sort());
});

test('the samples together stay small enough to be cloned and served', () => {
  const bytes = folders.flatMap((folder) =>
    readdirSync(sampleFolder(folder)).map(
      (name) => readFileSync(join(sampleFolder(folder), name)).length,
    ),
  );
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(1_500_000);
});
