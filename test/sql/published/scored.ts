import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { matchColumns } from '../../../src/ingest/match-columns';
import { columnHints } from '../../../src/scheme/columns';
import { compileScheme } from '../../../src/scheme/compile';
import { parseScheme } from '../../../src/scheme/parse';
import { presets } from '../../../src/scheme/presets';
import type { Scheme } from '../../../src/scheme/shape';
import { reportViews } from '../../../src/views';
import type { TestEngine } from '../test-engine';

/** Where published cases lie beside the project. */
export const folder = '../shared/reference/scoring';

export type Cells = Readonly<Record<string, string>>;

/** The rows of a published CSV, by the names of its columns. */
export function readRows(path: string, encoding: BufferEncoding = 'utf8'): Cells[] {
  const text = readFileSync(`${folder}/${path}`)
    .toString(encoding)
    .replace(/^(?:\ufeff|ï»¿)/, '');
  return Papa.parse<Cells>(text, { header: true, skipEmptyLines: true }).data;
}

export function preset(id: string): Scheme {
  const found = presets.find((scheme) => scheme.id === id);
  if (!found) throw new Error(`no preset ${id}`);
  return found;
}

/** A scheme from a document; its problems are thrown. */
export function schemeOf(document: unknown): Scheme {
  const parsed = parseScheme(document);
  if (parsed.ok) return parsed.scheme;
  throw new Error(JSON.stringify(parsed.problems, null, 2));
}

/** Loads a file and scores it, its columns told by the names that the scheme gives them. */
export async function scoreFile(
  engine: TestEngine,
  name: string,
  content: string | Uint8Array,
  scheme: Scheme,
): Promise<void> {
  await engine.clear();
  await engine.load(name, content);
  await rescore(engine, scheme);
}

/** Scores what is loaded by another scheme. */
export async function rescore(engine: TestEngine, scheme: Scheme): Promise<void> {
  await engine.arrange(engine.tables.map((table) => matchColumns(table, columnHints(scheme))));
  await engine.apply([...compileScheme(scheme), ...reportViews]);
}
