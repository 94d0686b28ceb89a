import type { TableMapping } from '../model/mapping';
import type { SourceTable } from '../model/source';
import { byteOf, contractTables, groupBytes, type CountedPeriod, type Mark } from './contract';
import type { Contract, ContractColumn } from './spec';

/** What a receiver's own data is, beside the data that a link was made over. */
export type Verdict =
  /** Columns without which the question cannot be asked, by their headers there. */
  | { readonly kind: 'columns'; readonly missing: readonly string[] }
  /** Nothing in common that could be compared, or no row that is the same. */
  | {
      readonly kind: 'other';
      readonly missing: readonly string[];
      readonly periods: readonly string[];
    }
  | Compared;

/** The same columns; ids of periods. Everything empty and not blind: the same data. */
export interface Compared {
  readonly kind: 'compared';
  /** Periods that only the receiver has. */
  readonly added: readonly string[];
  /** Periods that only the link has. */
  readonly lacking: readonly string[];
  /** Periods of both with other values or other subjects. */
  readonly differing: readonly string[];
  /** The subjects themselves differ, or their tracks. */
  readonly roster: boolean;
  /** Rows of the periods of both that differ: at least so many, and probably about so many; null where nothing tells. */
  readonly rows: { readonly atLeast: number; readonly about: number } | null;
  /** Counts are the same, but nothing in the link tells whether values are. */
  readonly blind: boolean;
}

export function isIdentical({ added, lacking, differing, roster, blind }: Compared): boolean {
  return added.length + lacking.length + differing.length === 0 && !roster && !blind;
}

/** Headers that the link names and for which the receiver's tables have no column; places and periods may be said elsewhere. */
export function missingColumns(
  contract: Contract,
  tables: readonly SourceTable[],
  mappingOf: (table: SourceTable) => TableMapping,
): { readonly missing: readonly string[]; readonly none: boolean } {
  const meant = ({ role, name }: ContractColumn) => `${role} ${name ?? ''}`;
  const own = new Set(
    contractTables(tables, mappingOf).flatMap(({ columns }) => columns.map(meant)),
  );
  const counted = contract.tables
    .flatMap(({ columns }) => columns)
    .filter(({ role }) => !sayable.has(role));
  const missing = counted.filter((column) => !own.has(meant(column)));
  return {
    missing: [...new Set(missing.map(({ header }) => header))],
    none: counted.length > 0 && missing.length === counted.length,
  };
}

/** Roles whose words may come from elsewhere: a title, a sheet's name, a roster, another file. */
const sayable: ReadonlySet<string> = new Set([
  ...['code', 'district', 'town', 'name', 'track', 'period', 'year', 'panel', 'assessor'],
]);

/**
 * @param own periods of the receiver's data, counted over the columns of the contract
 * @param marks over the periods that both have, made with the mark of the contract; null where it has none
 */
export function compareData(
  contract: Contract,
  own: readonly CountedPeriod[],
  marks: readonly Mark[] | null,
): Verdict {
  const there = contract.periods.filter(({ id }) => id !== '');
  const here = own.filter(({ id }) => id !== '');
  const shared = there.filter(({ id }) => here.some((one) => one.id === id));
  const periods = there.map(({ id }) => id);
  if (there.length > 0 && shared.length === 0) return { kind: 'other', missing: [], periods };
  const differs = ({ id, rows, mark }: Contract['periods'][number]) =>
    rows !== own.find((one) => one.id === id)?.rows ||
    (mark !== undefined && marks !== null && mark !== markOf(marks, id));
  const roster = contract.periods.filter(({ id }) => id === '').some(differs);
  const told = shared.filter(differs).map(({ id }) => id);
  const lacking = there.filter(({ id }) => !shared.some((one) => one.id === id));
  const groups = lacking.length === 0 ? compareGroups(contract, marks) : null;
  if (groups && groups.known >= fewestToTell && groups.differing === groups.known)
    return { kind: 'other', missing: [], periods };
  // what nothing else tells lies in a period that has too few rows for a mark of its own
  const elsewhere =
    told.length === 0 &&
    !roster &&
    lacking.length === 0 &&
    marks !== null &&
    isOther(contract, marks);
  const differing = elsewhere
    ? shared.filter(({ mark }) => mark === undefined).map(({ id }) => id)
    : told;
  const known = contract.mark !== undefined || shared.some(({ mark }) => mark !== undefined);
  return {
    kind: 'compared',
    added: here.filter(({ id }) => !there.some((one) => one.id === id)).map(({ id }) => id),
    lacking: lacking.map(({ id }) => id),
    differing,
    roster,
    rows: groups && groups.differing > 0 ? groups.rows : null,
    blind: differing.length === 0 && !roster && !known,
  };
}

/** So many groups that all differ are other data, not the same with changes. */
const fewestToTell = 8;

function isOther({ mark }: Contract, marks: readonly Mark[]): boolean {
  return mark !== undefined && marks.find(({ part }) => part === 'all')?.mark !== mark;
}

function markOf(marks: readonly Mark[], period: string): string | undefined {
  return marks.find(({ part, id }) => part === 'period' && id === period)?.mark;
}

/** In each group that differs at least one row does; rows that fall into one group are made up for by how groups fill. */
function compareGroups(contract: Contract, marks: readonly Mark[] | null) {
  const bytes = groupBytes(contract);
  if (bytes.length === 0 || !marks) return null;
  const byGroup = new Map(
    marks.filter(({ part }) => part === 'group').map(({ id, mark }) => [id, mark]),
  );
  let known = 0;
  let differing = 0;
  bytes.forEach((byte, group) => {
    if (byte === 0) return;
    known += 1;
    if (byteOf(byGroup.get(String(group))) !== byte) differing += 1;
  });
  const about =
    differing === known
      ? differing
      : Math.round(Math.log1p(-differing / known) / Math.log1p(-1 / bytes.length));
  return { known, differing, rows: { atLeast: differing, about: Math.max(differing, about) } };
}
