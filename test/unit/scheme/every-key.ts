import { schemaText } from '../../../src/scheme/schema-file';

interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema | readonly Schema[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const root = JSON.parse(schemaText()) as Schema;

/** Documents that together hold every key, every choice and every form that the published schema knows. */
export function documentsOfEveryKey(): Record<string, unknown>[] {
  return forms(root, 0) as Record<string, unknown>[];
}

/** Every name of a key in the published schema. */
export function everyKey(): string[] {
  const keys = new Set<string>();
  const visit = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null) return;
    const { properties } = schema as Schema;
    Object.keys(properties ?? {}).forEach((key) => keys.add(key));
    Object.values(schema).forEach(visit);
  };
  visit(root);
  return [...keys].filter((key) => !['properties', 'items'].includes(key)).sort();
}

const deepest = 2;

/** Values that a schema takes, which together show all that it takes; none where it holds itself too deeply. */
function forms(schema: Schema, depth: number): unknown[] {
  if (schema.$ref !== undefined) {
    const target = root.$defs?.[schema.$ref.split('/').at(-1) ?? ''];
    return target && depth < deepest ? forms(target, depth + 1) : [];
  }
  if (schema.anyOf) return schema.anyOf.flatMap((one) => forms(one, depth));
  if ('const' in schema) return [schema.const];
  if (schema.enum) return [...schema.enum];
  if (schema.properties) return objects(schema, depth);
  if (schema.items) return lists(schema.items, depth);
  return [plain(schema)];
}

function objects({ properties = {}, required = [] }: Schema, depth: number): unknown[] {
  const entries = Object.entries(properties).map(([key, one]) => [key, forms(one, depth)] as const);
  if (entries.some(([key, values]) => values.length === 0 && required.includes(key))) return [];
  const count = Math.max(...entries.map(([, values]) => values.length));
  return Array.from({ length: count }, (_, index) =>
    Object.fromEntries(
      entries
        .filter(([, values]) => values.length > 0)
        .map(([key, values]) => [key, values[index % values.length]]),
    ),
  );
}

function lists(items: Schema | readonly Schema[], depth: number): unknown[] {
  if (Array.isArray(items)) return [(items as Schema[]).map((one) => forms(one, depth)[0])];
  // what was shown once need not be shown again within itself
  const all = forms(items as Schema, depth).slice(0, depth < deepest ? undefined : 1);
  return all.length > 0 ? [all.length > 1 ? all : [...all, ...all]] : [];
}

function plain({ type, pattern, minimum, maximum, exclusiveMinimum }: Schema): unknown {
  if (type === 'null') return null;
  if (type === 'boolean') return true;
  if (type === 'string') return words(pattern);
  const least = minimum ?? exclusiveMinimum ?? 2;
  const whole = type === 'integer' ? least + 1 : least + 0.5;
  return maximum === undefined ? whole : Math.min(whole, maximum);
}

function words(pattern: string | undefined): string {
  const samples = ['a', '1.0', '2023Q1'];
  return samples.find((one) => pattern === undefined || new RegExp(pattern).test(one)) ?? 'a';
}
