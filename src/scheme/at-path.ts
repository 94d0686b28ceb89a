import { keysOf, opened, wordsOf, type Schema } from './allowed';
import { parsePath } from './document/path';
import { schemeShape } from './shape';

/** The schemas that may stand at a path. */
export function schemasAt(path: readonly PropertyKey[]): readonly Schema[] {
  let schemas: readonly Schema[] = [schemeShape as unknown as Schema];
  for (const key of path) {
    schemas = schemas.flatMap(opened).flatMap((schema) => {
      const next =
        typeof key === 'number'
          ? (schema.item ?? schema.items?.[key])
          : schema.entries?.[String(key)];
      return next ? [next] : [];
    });
  }
  return schemas;
}

/** The keys that the shape knows at a path, each once. */
export function keysAt(path: readonly PropertyKey[]): string[] {
  return [...new Set(schemasAt(path).flatMap(opened).flatMap(keysOf))];
}

/** The words, or truth values, that may stand at a path: `rank.ties`. */
export function choicesAt(path: string): (string | boolean)[] {
  return [...new Set(schemasAt(parsePath(path)).flatMap(opened).flatMap(wordsOf))];
}
