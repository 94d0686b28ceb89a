import type { SourceColumn } from '../model/source';
import { id, lit, join, sql, type Sql } from '../sql/sql';
import type { MappedTable } from './mapped-table';
import { simplified } from './simplified';
import { sizeMeasure } from './size-words';

const remarks = /备注|说明|变[动更化]|沿革|调整|remark|note/i;

/** Columns that say how large a subject is, by what each counts: 人口, 户数. */
export function sizeColumns({ source }: MappedTable): { measure: string; column: SourceColumn }[] {
  return source.columns.flatMap((column) => {
    const measure = sizeMeasure(column.header);
    return measure !== null && column.numeric > 0 ? [{ measure, column }] : [];
  });
}

/** The size of the one row of a group by its words, a column each: `size_0`, …; NULL where there are more rows. */
export function sizesOfGroup(table: MappedTable): Sql[] {
  return sizeColumns(table).map(
    ({ column }, index) => sql`
      CASE WHEN count(*) = 1 THEN max(canon.read_number(r.${id(column.name)})) END
        AS ${id(`size_${index}`)}`,
  );
}

/** What the remarks of a group say of mergers, as `remark`; NULL where they say nothing of them. */
export function remarkOfGroup({ source, mapping }: MappedTable): Sql {
  const columns = source.columns.filter(({ name, header, numeric }) => {
    const role = mapping.columns.find(({ column }) => column === name)?.role;
    return role === 'ignore' && numeric === 0 && remarks.test(simplified(header));
  });
  if (columns.length === 0) return sql`NULL::VARCHAR AS remark`;
  const words = join(columns.map(({ name }) => sql`r.${id(name)}`));
  return sql`
      string_agg(DISTINCT concat_ws(' ', ${words}), ' ')
        FILTER (regexp_matches(concat_ws(' ', ${words}), ${lit('[合归歸][并併]|[并併]入|撤[并併]')})) AS remark`;
}
