import { finding, type Finding } from '../../model/finding';
import {
  dataRows,
  headerWords,
  labelOf,
  type CheckedColumn,
  type TableCheck,
} from './checked-table';
import { isRank } from './kinds-of-column';
import { rankedBy, type Ranking } from './ranked-by';
import { outOfOrder, type Place } from './out-of-order';

/** Columns of ranks that contradict the scores beside them: a better rank for a lower score, ties ranked apart, gaps. */
export const ranks: TableCheck = {
  name: 'ranks',
  find: (table) => {
    const data = dataRows(table);
    return table.columns.flatMap((column, at) => {
      const ranking = isRank(column) ? rankedBy(table, data, at) : null;
      return ranking ? ofRanking(column, ranking) : [];
    });
  },
};

function ofRanking({ letter }: CheckedColumn, { score, groups, sign }: Ranking): Finding[] {
  const header = headerWords(score);
  const at = ({ row }: Place, value: string | null) => ({ row: row.row, column: letter, value });
  const ties = groups.flatMap((group) => splitTies(group));
  const wrong = groups.flatMap((group) =>
    outOfOrder(group, sign).map(({ place, against }) =>
      finding('rank_contradicts', {
        ...at(place, labelOf(place.row)),
        detail: {
          header,
          score: place.score,
          rank: place.rank,
          otherRow: against.row.row,
          otherScore: against.score,
          otherRank: against.rank,
        },
      }),
    ),
  );
  const tied = ties.map((tie) => splitTie(tie, header, letter));
  const rule = tied[0] && tied.length > 2 && tied.length === tieCount(groups);
  return [
    ...wrong,
    ...groups.flatMap((group) => shared(group, header, letter)),
    ...(rule && tied[0] ? [{ ...tied[0], count: tied.length }] : tied),
    ...groups.flatMap((group) => gap(group, letter)),
  ];
}

function splitTie(tie: readonly Place[], header: string, letter: string): Finding {
  return finding('rank_tie_split', {
    row: tie[0]?.row.row ?? null,
    column: letter,
    value: tie[0] ? labelOf(tie[0].row) : null,
    detail: {
      header,
      score: tie[0]?.score ?? 0,
      ranks: [...new Set(tie.map(({ rank }) => rank))].join('、'),
      rows: tie.map(({ row }) => row.row).join('、'),
    },
  });
}

function sameScores(group: readonly Place[]): Place[][] {
  const byScore = new Map<number, Place[]>();
  for (const place of group) {
    const same = byScore.get(place.score);
    if (same) same.push(place);
    else byScore.set(place.score, [place]);
  }
  return [...byScore.values()].filter((places) => places.length > 1);
}

function tieCount(groups: readonly (readonly Place[])[]): number {
  return groups.flatMap(sameScores).length;
}

/** Equal scores whose ranks follow each other; ranks far apart are a contradiction of another kind. */
function splitTies(group: readonly Place[]): Place[][] {
  return sameScores(group)
    .map((tie) => tie.toSorted((a, b) => a.rank - b.rank))
    .filter((tie) => {
      const first = tie[0]?.rank ?? 0;
      const last = tie.at(-1)?.rank ?? 0;
      return last > first && last - first < tie.length;
    });
}

/** One rank for different scores. Where that is common, the column gives classes rather than places. */
function shared(group: readonly Place[], header: string, letter: string): Finding[] {
  const first = new Map<number, Place>();
  const found = group.flatMap((place) => {
    const other = first.get(place.rank);
    if (!other) first.set(place.rank, place);
    if (!other || other.score === place.score) return [];
    return finding('rank_shared', {
      row: place.row.row,
      column: letter,
      value: labelOf(place.row),
      detail: {
        header,
        score: place.score,
        rank: place.rank,
        otherRow: other.row.row,
        otherScore: other.score,
      },
    });
  });
  return found.length <= Math.max(1, group.length * 0.2) ? found : [];
}

/** Ranks from 1 that leave out a number which no tie explains. An extract of a longer list has many gaps, and says nothing. */
function gap(group: readonly Place[], letter: string): Finding[] {
  const given = group.map(({ rank }) => rank).toSorted((a, b) => a - b);
  const most = given.at(-1) ?? 0;
  if (given[0] !== 1 || most > group.length * 1.2 + 1) return [];
  // after two at rank 3 the next is 5 or 4: a gap begins where fewer stand before than the number says
  const missing: number[] = [];
  let before = 0;
  for (let rank = 1; rank <= most; rank += 1) {
    const isGiven = given[before] === rank;
    if (!isGiven && before < rank) missing.push(rank);
    while (given[before] === rank) before += 1;
  }
  if (missing.length === 0 || missing.length > Math.max(1, group.length * 0.1)) return [];
  const after = group
    .toSorted((a, b) => a.rank - b.rank)
    .find(({ rank }) => rank > (missing[0] ?? 0));
  return [
    finding('rank_gap', {
      row: after?.row.row ?? null,
      column: letter,
      value: missing.join('、'),
    }),
  ];
}
