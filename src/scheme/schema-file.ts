import { writeFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import { schemeShape } from './shape';

/** The JSON Schema of scheme documents, as it is published with the build. */
export function schemaText(): string {
  const schema = toJsonSchema(schemeShape, { typeMode: 'input' });
  return `${JSON.stringify(schema, null, 2)}\n`;
}

if (process.argv[1]?.endsWith('schema-file.ts')) {
  writeFileSync(new URL('./scheme.schema.json', import.meta.url), schemaText());
}
