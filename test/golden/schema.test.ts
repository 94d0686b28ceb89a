import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { schemaText } from '../../src/scheme/schema-file';

test('the published JSON Schema is that of the shape; `npm run schema` writes it anew', () => {
  const published = readFileSync(
    new URL('../../src/scheme/scheme.schema.json', import.meta.url),
    'utf8',
  );
  expect(published).toBe(schemaText());
});

test('the published JSON Schema refuses unknown keys of the document', () => {
  const schema = JSON.parse(schemaText()) as { additionalProperties: boolean; required: string[] };
  expect(schema.additionalProperties).toBe(false);
  expect(schema.required).toContain('starflag');
});
