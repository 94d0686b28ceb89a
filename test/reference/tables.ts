import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { findTables } from '../../src/ingest/layout/find-tables';
import { rowKinds } from './row-kinds';
import { classScore, exactShare, type ComparedFile } from './row-scores';
import { sheetOf } from './sheet-of';

// Finds the tables of annotated spreadsheets and prints how often each kind of row is told right:
//   npx tsx test/reference/tables.ts [FOLDER]
// The folder holds annotations.jsonl, a line a file with a label for each of its rows, and the files it names.

interface Annotation {
  readonly file: string;
  readonly n_rows: number;
  readonly line_annotations: readonly string[];
}

const classes = ['metadata', 'header', 'group', 'data', 'derived', 'notes'];

/** Half of the workbooks, told by their names: errors are looked at in the first alone, the second shows what holds. */
function half(file: string): number {
  const book = file.replace(/\.(?:xlsx?|xlsm)_.*$/, '');
  return (createHash('sha1').update(book).digest()[0] ?? 0) % 2;
}

function compare(folder: string, { file, n_rows, line_annotations }: Annotation): ComparedFile {
  const { data } = Papa.parse<string[]>(readFileSync(join(folder, file), 'utf8').trimEnd());
  const sheet = sheetOf(data);
  return {
    file,
    expected: line_annotations,
    found: rowKinds(sheet, findTables(sheet), n_rows),
  };
}

function print(title: string, files: readonly ComparedFile[]): void {
  if (files.length === 0) return;
  console.log(`\n${title}: ${files.length} files`);
  console.log('class      precision  recall      F1  support');
  for (const name of classes) {
    const { precision, recall, f1, support } = classScore(files, name);
    const figures = [precision, recall, f1].map((one) => one.toFixed(4).padStart(8)).join('');
    console.log(`${name.padEnd(12)}${figures}${String(support).padStart(9)}`);
  }
  console.log(`files with exact data rows: ${(exactShare(files, 'data') * 100).toFixed(1)} %`);
}

function main(folder: string): void {
  const annotations = join(folder, 'annotations.jsonl');
  if (!existsSync(annotations)) throw new Error(`no annotations.jsonl in ${folder}`);
  const files = readFileSync(annotations, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => compare(folder, JSON.parse(line) as Annotation));
  print(
    'first half',
    files.filter(({ file }) => half(file) === 0),
  );
  print(
    'second half',
    files.filter(({ file }) => half(file) === 1),
  );
  print('all', files);
}

main(process.argv[2] ?? '../shared/reference/files/tables');
