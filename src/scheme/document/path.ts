/** A path of a scheme document, as messages write it: `score.parts[0].weight`. */
export function parsePath(path: string): (string | number)[] {
  const keys = path.matchAll(/\[(\d+)\]|[^.[\]]+/g);
  return [...keys].map(([text, index]) => (index === undefined ? text : Number(index)));
}

/** What stands at a path; undefined where there is nothing. */
export function valueAt(document: unknown, path: string): unknown {
  let value = document;
  for (const key of parsePath(path)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

/** A copy of the document with another value at a path; everything beside the path is shared. */
export function withValueAt<T>(document: T, path: string, value: unknown): T {
  return replaced(document, parsePath(path), value) as T;
}

function replaced(within: unknown, keys: readonly (string | number)[], value: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (Array.isArray(within))
    return within.map((one: unknown, index) => (index === key ? replaced(one, rest, value) : one));
  const object = (within ?? {}) as Record<string, unknown>;
  return { ...object, [key]: replaced(object[key], rest, value) };
}

/** What tells the items of a list apart, the first that they have. */
const names = ['id', 'stars', 'level', 'about'];

/**
 * A path with names in place of places in lists: `score.parts[work].weight`. Items without a name keep their place;
 * of items with the same name the second is `name#2`.
 */
export function namedPath(document: unknown, path: string): string {
  let within = document;
  let text = '';
  for (const key of parsePath(path)) {
    if (typeof key === 'number') text += `[${nameIn(within as readonly unknown[], key)}]`;
    else text += text === '' ? key : `.${key}`;
    within = (within as Record<string | number, unknown> | undefined)?.[key];
  }
  return text;
}

function nameIn(list: readonly unknown[], index: number): string {
  const name = nameOf(list[index]);
  if (name === null) return String(index);
  const before = list.slice(0, index).filter((one) => nameOf(one) === name).length;
  return before === 0 ? name : `${name}#${before + 1}`;
}

function nameOf(item: unknown): string | null {
  if (typeof item !== 'object' || item === null) return null;
  const key = names.find((one) => one in item);
  return key === undefined ? null : String((item as Record<string, unknown>)[key]);
}
