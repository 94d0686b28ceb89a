import { isEconomyRole, type ColumnMapping } from '../model/mapping';
import type { SourceTable } from '../model/source';
import { knownIndicator } from './dictionary';
import { nameOf, readHeader } from './header';

/**
 * Gives columns that would count as one indicator names of their own: the words of the whole header, then those of the
 * figure that a column stands behind (a second 同比 is of another figure), then its letter.
 */
export function tellApart(
  table: SourceTable,
  columns: readonly ColumnMapping[],
): readonly ColumnMapping[] {
  const headers = table.columns.map(({ header }) => header);
  // two columns under names of one known indicator say the same twice, or contradict each other: that is told later
  const agreed = columns.map(
    ({ indicator }, index) => knownIndicator(readHeader(headers[index] ?? '').name) === indicator,
  );
  const whole = renamed(columns, agreed, (_, index) => nameOf(headers[index] ?? ''));
  const behind = renamed(whole, agreed, (column, index, twins) => {
    const figure = whole
      .slice(0, index)
      .findLast(
        (one, at) =>
          (one.indicator ?? one.role) !== column.indicator && isFigure(one) && !twins.has(at),
      );
    const at = figure ? whole.indexOf(figure) : -1;
    const words = nameOf(headers[at] ?? '');
    return words === '' ? null : `${words}${column.indicator ?? ''}`;
  });
  return renamed(behind, agreed, (column, index) => {
    return `${column.indicator ?? ''} ${table.columns[index]?.letter ?? ''}`;
  });
}

function isFigure({ role }: ColumnMapping): boolean {
  return role === 'indicator' || isEconomyRole(role);
}

type Renaming = (column: ColumnMapping, index: number, twins: ReadonlySet<number>) => string | null;

/** Renames the columns that share indicator and period with another; null keeps a name. */
function renamed(
  columns: readonly ColumnMapping[],
  agreed: readonly boolean[],
  rename: Renaming,
): readonly ColumnMapping[] {
  const groups = new Map<string, number[]>();
  columns.forEach(({ role, indicator, period }, index) => {
    if (role !== 'indicator' || indicator === undefined) return;
    const key = `${indicator}\t${period ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), index]);
  });
  const shared = [...groups.values()].filter((group) => group.length > 1);
  const twins = new Set(shared.flat());
  return columns.map((column, index) => {
    const name = twins.has(index) && !agreed[index] ? rename(column, index, twins) : null;
    return name === null ? column : { ...column, indicator: name };
  });
}
