import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bytesOf } from './workbooks/book';
import { books } from './workbooks/books';

// Apart from the tests that read them: a reader sets tables of characters that the writer would use too.

test.each(books.map((book) => [book.folder, book] as const))(
  '%s is as it is written',
  (_, book) => {
    const path = `files/${book.folder}/${encodeURIComponent(book.file)}`;
    const committed = readFileSync(new URL(path, import.meta.url));
    const message = 'Workbooks out of date; run: npx tsx test/golden/write-files.ts';
    expect(committed.equals(bytesOf(book)), message).toBe(true);
  },
);
