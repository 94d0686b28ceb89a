import { mkdirSync, writeFileSync } from 'node:fs';
import { sampleFiles } from './files';

// Run with: npx tsx sample-data/generate.ts
const folder = new URL('jiujiang/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, bytes] of sampleFiles()) {
  writeFileSync(new URL(encodeURIComponent(name), folder), bytes);
  console.log(`${name}  ${String(bytes.length)} bytes`);
}
