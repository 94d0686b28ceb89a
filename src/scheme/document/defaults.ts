import * as v from 'valibot';
import { schemeShape, type Scheme } from '../shape';

/** What a schema of the library may hold within. */
interface Schema {
  readonly type: string;
  readonly default?: unknown;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly item?: Schema;
  readonly items?: readonly Schema[];
  readonly wrapped?: Schema;
  readonly getter?: (input: unknown) => Schema;
  readonly options?: readonly Schema[];
}

/** The paths at which a scheme says what would hold if it said nothing. */
export function defaultPaths(scheme: Scheme): ReadonlySet<string> {
  const paths = new Set<string>();
  visit(schemeShape as unknown as Schema, scheme, '', false, paths);
  return paths;
}

function visit(
  schema: Schema,
  value: unknown,
  path: string,
  within: boolean,
  paths: Set<string>,
): void {
  if (value === undefined) return;
  const isDefault = within || (schema.default !== undefined && says(schema, value));
  if (isDefault) paths.add(path);
  const inner = opened(schema, value);
  if (inner !== schema) {
    visit(inner, value, path, isDefault, paths);
  } else if (Array.isArray(value)) {
    value.forEach((one, index) => {
      const item = schema.items?.[index] ?? schema.item;
      if (item) visit(item, one, `${path}[${index}]`, isDefault, paths);
    });
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) {
      const entry = schema.entries?.[key];
      if (entry) visit(entry, one, path === '' ? key : `${path}.${key}`, isDefault, paths);
    }
  }
}

const made = new Map<Schema, string>();

/** Whether a value is what the schema makes of nothing. */
function says(schema: Schema, value: unknown): boolean {
  let text = made.get(schema);
  if (text === undefined) {
    text = JSON.stringify(v.parse(schema as unknown as v.GenericSchema, undefined));
    made.set(schema, text);
  }
  return text === JSON.stringify(value);
}

/** A schema without its wrapping; of a union the member that takes the value. */
function opened(schema: Schema, value: unknown): Schema {
  if (schema.wrapped) return schema.wrapped;
  if (schema.getter) return schema.getter(value);
  if (schema.type !== 'union') return schema;
  return schema.options?.find((option) => takes(option, value)) ?? schema;
}

/** Objects are told apart by their keys: the value has been checked, so that this is enough. */
function takes(option: Schema, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return v.is(option as unknown as v.GenericSchema, value);
  const { entries } = opened(option, value);
  return entries !== undefined && Object.keys(value).every((key) => key in entries);
}
