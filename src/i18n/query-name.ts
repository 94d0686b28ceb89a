import type { Messages } from './zh-CN';

/** What a table or view is, in a sentence; null where nothing is known of it. @param name `schema.name` */
export function relationText(t: Messages, name: string): string | null {
  const { relations, steps } = t.queryNames;
  const known = relations[name];
  if (known !== undefined) return known;
  if (name.startsWith('scratch.')) return t.query.scratch;
  if (!/^score\.(indicator|group|part|total)\d*_/.test(name)) return null;
  if (name.endsWith('_fit')) return steps.fit;
  if (name.endsWith('_combine')) return steps.combine;
  if (name.endsWith('_values')) return steps.values;
  return name.endsWith('_value') ? steps.value : steps.step;
}

/** What a column of a view is; null where nothing is known of it. */
export function columnText(t: Messages, name: string): string | null {
  return t.queryNames.columns[name] ?? null;
}
