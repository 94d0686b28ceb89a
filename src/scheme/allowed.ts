import { allow, oneOf, type Allowed } from '../model/scheme-problem';

/** What a schema of the library may hold within. */
export interface Schema {
  readonly type: string;
  /** What it takes, in the library's words. */
  readonly expects: string | null;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly item?: Schema;
  readonly items?: readonly Schema[];
  readonly wrapped?: Schema;
  /** Of a schema that holds itself. */
  readonly getter?: () => Schema;
  readonly options?: readonly (Schema | string | number)[];
  readonly literal?: unknown;
  /** The schema itself, then what is asked of its values. */
  readonly pipe?: readonly Demand[];
}

interface Demand {
  readonly pipe?: readonly Demand[];
  readonly type: string;
  readonly requirement?: unknown;
  readonly message?: unknown;
}

/** A schema without what is wrapped around it; a union as its members. */
export function opened(schema: Schema): readonly Schema[] {
  if (schema.wrapped) return opened(schema.wrapped);
  if (schema.getter) return opened(schema.getter());
  const members = schema.options?.filter((member) => typeof member === 'object') ?? [];
  return members.length > 0 ? members.flatMap(opened) : [schema];
}

export function keysOf(schema: Schema): string[] {
  return Object.keys(schema.entries ?? {});
}

/** The words or truth values that a schema takes, where it takes nothing else. */
export function wordsOf({ type, options = [], literal }: Schema): (string | boolean)[] {
  if (type === 'boolean') return [true, false];
  if (type === 'literal') return typeof literal === 'string' ? [literal] : [];
  return type === 'picklist' ? options.filter((one) => typeof one === 'string') : [];
}

/** What schemas take, each thing once. */
export function allowedBy(schemas: readonly Schema[]): Allowed[] {
  const all = schemas.flatMap((schema) => [
    ...opened(schema).flatMap(taken),
    ...(takesNull(schema) ? [allow('nothing')] : []),
  ]);
  const seen = new Set<string>();
  return all.filter((one) => {
    const text = JSON.stringify(one);
    return !seen.has(text) && seen.add(text);
  });
}

/** Whether null may stand there. */
function takesNull(schema: Schema): boolean {
  if (schema.type === 'nullable') return true;
  return schema.wrapped !== undefined && takesNull(schema.wrapped);
}

/** What is asked of the values of a schema, by itself and by those that it adds to. */
function demandsOf({ pipe = [] }: Schema): Demand[] {
  const [base, ...own] = pipe;
  return base?.pipe ? [...demandsOf(base as Schema), ...own] : own;
}

function taken(schema: Schema): Allowed[] {
  const demands = demandsOf(schema);
  const demand = (type: string) => demands.find((one) => one.type === type);
  switch (schema.type) {
    case 'number':
      return [allow('number', rangeOf(demands))];
    case 'string': {
      const form = demand('regex')?.message;
      return [allow(forms.find((one) => one === form) ?? 'text')];
    }
    case 'boolean':
      return [allow('truth')];
    case 'array':
      return [allow('list', { fewest: Number(demand('min_length')?.requirement ?? 0) })];
    case 'strict_tuple':
      return [allow('tuple', { count: schema.items?.length ?? 0 })];
    case 'strict_object':
      return [allow('object', { keys: keysOf(schema).join(', ') })];
    default:
      // a list of words, or one word, in the quotes of the document
      return [oneOf([(schema.expects ?? '').replace(/^\((.*)\)$/, '$1')])];
  }
}

const forms = ['identifier', 'period', 'version'] as const;

const ends = { min_value: 'least', gt_value: 'above', max_value: 'most' } as const;

/** The range that a number must lie in, as far as one is set. */
function rangeOf(demands: readonly Demand[]): Record<string, number> {
  const range: Record<string, number> = {};
  for (const { type, requirement } of demands) {
    if (type in ends && typeof requirement === 'number')
      range[ends[type as keyof typeof ends]] = requirement;
    if (type === 'integer') range['whole'] = 1;
  }
  return range;
}
