import { mkdirSync, writeFileSync } from 'node:fs';
import { bytesOf } from './workbooks/book';
import { books } from './workbooks/books';

// Writes the workbooks among the cases of files/:
//   npx tsx test/golden/write-files.ts

for (const book of books) {
  const folder = new URL(`files/${book.folder}/`, import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(encodeURIComponent(book.file), folder), bytesOf(book));
}
