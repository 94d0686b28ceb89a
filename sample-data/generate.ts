import { mkdirSync, writeFileSync } from 'node:fs';
import { samples } from './generators';

// Run with: npx tsx sample-data/generate.ts
for (const [folder, files] of samples) {
  const place = new URL(`${folder}/`, import.meta.url);
  mkdirSync(place, { recursive: true });
  for (const [name, bytes] of files()) {
    writeFileSync(new URL(encodeURIComponent(name), place), bytes);
    console.log(`${folder}/${name}  ${String(bytes.length)} bytes`);
  }
}
