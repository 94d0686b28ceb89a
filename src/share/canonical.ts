/**
 * A spec as JSON with its keys in one order, so that the same question gives the same link. A scheme document within
 * keeps its own order: it is written by a shape, and its lists of names may count by their order.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(ordered(value));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(
    keys.map((key) => {
      const child = (value as Record<string, unknown>)[key];
      return [key, key === 'document' ? child : ordered(child)];
    }),
  );
}
