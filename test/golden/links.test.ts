import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { presets } from '../../src/scheme/presets';
import { decodeLink } from '../../src/share/link';
import { isLinkFile, readLinkFile } from '../../src/share/link-file';
import { restoredScheme } from '../../src/share/scheme';
import { specVersion, type Spec } from '../../src/share/spec';

// Links made by each released version, in a folder by the version of their format: `name.txt` the link, `name.json` what
// it means. They are never made anew: who has such a link opens it for years. A new version adds a folder.

const folder = join(import.meta.dirname, 'links');
const versions = readdirSync(folder).sort();
const read = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8');

const links = versions.flatMap((version) =>
  readdirSync(join(folder, version))
    .filter((name) => name.endsWith('.txt') || name.endsWith('.starflag.json'))
    .map((name) => [version, name] as const),
);

test('there are links of every version', () => {
  expect(versions.map(Number)).toEqual(
    Array.from({ length: specVersion }, (_, index) => index + 1),
  );
  expect(links.length).toBeGreaterThan(7);
});

test.each(links)('version %s: %s opens and means what it meant', (version, name) => {
  const text = read(version, name);
  const stem = name.replace(/\.(txt|starflag\.json)$/, '');
  const meant = JSON.parse(read(version, `${stem}.json`)) as Spec;
  const spec = isLinkFile(text) ? readLinkFile(text) : decodeLink(text.trim());
  expect(spec).toEqual(meant);
  if (spec.scheme) expect(restoredScheme(spec.scheme, presets)).not.toBeNull();
});
