import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildPage } from '../browser';
import { sized, type Case } from '../case';
import { output, root } from '../places';

/** What a host serves: the initial script and style as gzip, the module, the workers, everything. */
export async function sizeCases(): Promise<Case[]> {
  await buildPage(root, output.app);
  const html = readFileSync(join(output.app, 'index.html'), 'utf8');
  const initial = addresses(html);
  const files = readdirSync(output.app, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(output.app, name)).isFile(),
  );
  const matching = (pattern: RegExp) => files.filter((name) => pattern.test(name));
  return [
    sized('size: initial script and style, gzip', packed(initial), 250),
    sized('size: DuckDB module as shipped (.gz)', plain(matching(/duckdb[^/]*\.wasm/))),
    sized('size: DuckDB worker script, gzip', packed(matching(/duckdb[^/]*worker[^/]*\.js$/))),
    sized('size: engine worker, gzip', packed(matching(/engine\.worker[^/]*\.js$/))),
    sized('size: file worker, gzip', packed(matching(/file\.worker[^/]*\.js$/))),
    sized('size: everything shipped', plain(files)),
  ];
}

/** The scripts that the page starts with, those they import, and the styles. */
function addresses(html: string): string[] {
  const found = html.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g);
  return [...new Set([...found].flatMap((match) => match[1] ?? []))];
}

function packed(names: readonly string[]): number {
  return some(names).reduce(
    (total, name) => total + gzipSync(readFileSync(join(output.app, name))).length,
    0,
  );
}

function plain(names: readonly string[]): number {
  return some(names).reduce((total, name) => total + statSync(join(output.app, name)).size, 0);
}

/** A pattern that finds nothing must not pass for nothing shipped. */
function some(names: readonly string[]): readonly string[] {
  if (names.length === 0) throw new Error('no such file in the build');
  return names;
}
