import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeCsv } from './csv-text';
import { pollute } from './pollute';
import { guests, orders, readings } from './sources';

// npx tsx test/pollock/generate.ts OUT: writes OUT/csv/<name> and OUT/clean/<name>

const [out] = process.argv.slice(2);
if (out === undefined) throw new Error('Say where to: generate.ts OUT');
for (const folder of ['csv', 'clean']) mkdirSync(join(out, folder), { recursive: true });
for (const source of [orders(80), readings(80), guests(80)]) {
  for (const { name, polluted, clean } of pollute(source, 1)) {
    writeFileSync(join(out, 'csv', name), polluted);
    writeFileSync(join(out, 'clean', name), writeCsv(clean));
  }
}
