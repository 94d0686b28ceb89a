import type { View } from '../src/model/view';

/**
 * The views that answer the same as those made before: of the same text and kind, and so is all that they read.
 * @param views each after those it reads
 */
export function unchangedViews(made: readonly View[], views: readonly View[]): Set<string> {
  const before = new Map(made.map((view) => [view.name, view]));
  const named = new Set<string>(views.map(({ name }) => name));
  const unchanged = new Set<string>();
  for (const view of views) {
    const old = before.get(view.name);
    const isSame = old?.sql === view.sql && old.stored === view.stored;
    // what no view is called is a table of the data
    if (isSame && view.reads.every((name) => !named.has(name) || unchanged.has(name)))
      unchanged.add(view.name);
  }
  return unchanged;
}
