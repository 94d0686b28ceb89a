import type { Row } from '../../src/model/row';
import { treeNodes } from '../../src/scheme/tree';
import type { Case } from './documents';
import type { SchemeDatabase } from './database';
import { evaluate, type Results } from './evaluate';
import type { Nodes } from './evaluate/period';

/** One stage of the work: the rows that the views hold, and those that the document asks for. */
interface Stage {
  readonly name: string;
  readonly found: Map<string, readonly Figure[]>;
  readonly expected: Map<string, readonly Figure[]>;
}

type Figure = number | string | null;

/** Where the views differ from an evaluation of the document, stage by stage; the first that differs comes first. */
export function differences({ scheme, data }: Case, database: SchemeDatabase): string[] {
  const results = evaluate(scheme, data);
  return stages(
    results,
    database,
    treeNodes(scheme.score).length > 0 && scheme.year !== undefined,
  ).flatMap(compare);
}

function stages(results: Results, database: SchemeDatabase, annual: boolean): Stage[] {
  const ask = (columns: string, view: string, keys: number) =>
    keyed(database.ask(`SELECT ${columns} FROM score.${view}`), keys);
  const has = (view: string) =>
    database.ask(
      `SELECT 1 AS n FROM information_schema.tables WHERE table_schema = 'score' AND table_name = '${view}'`,
    ).length > 0;
  const combines = database
    .ask(
      `SELECT table_name FROM information_schema.tables WHERE table_schema = 'score' AND table_name LIKE '%\\_combine' ESCAPE '\\'`,
    )
    .map((row) => String(row['table_name']));
  const combined = combines
    .map((view) => `SELECT node, subject_id, period_id, value FROM score.${view}`)
    .join(' UNION ALL ');
  const period = 'subject_id, period_id';
  const year = 'subject_id, year';
  return [
    {
      name: 'entry',
      found: ask(`${period}, track`, 'entry', 2),
      expected: listed(results.entries, (one) => [[one.subject, one.period], [one.track]]),
    },
    {
      name: 'measured',
      found: ask(`node, ${period}, value`, 'measured', 3),
      expected: ofNodes(results.sources.measured),
    },
    {
      name: 'combined',
      found: keyed(database.ask(combined), 3),
      expected: ofNodes(results.combined),
    },
    {
      name: 'part_value',
      found: ask(`node, ${period}, value`, 'part_value', 3),
      expected: ofNodes(results.nodes),
    },
    {
      name: 'period_score',
      found: ask(`${period}, score`, 'period_score', 2),
      expected: listed(results.scores, (one) => [[one.subject, one.period], [one.score]]),
    },
    {
      name: 'period_rank',
      found: ask(`${period}, track, score, rank, position, rated, tied`, 'period_rank', 2),
      expected: listed(results.ranks, (one) => [
        [one.subject, one.period],
        [one.track, one.score, one.rank, one.position, one.rated, one.tied],
      ]),
    },
    {
      name: 'period_stars',
      found: ask(`${period}, stars`, 'period_stars', 2),
      expected: listed(results.stars, (one) => [[one.subject, one.period], [one.stars]]),
    },
    {
      name: 'flag',
      found: has('flag')
        ? ask('flag, subject_id, period_id, running', 'flag', 3)
        : new Map<string, readonly Figure[]>(),
      expected: listed(results.flags, (one) => [
        [one.flag, one.subject, one.period],
        [one.running],
      ]),
    },
    {
      name: 'rectification',
      found: has('rectification')
        ? ask(
            `${period}, entered, CAST(extended AS INTEGER), CAST(relapse AS INTEGER)`,
            'rectification',
            2,
          )
        : new Map<string, readonly Figure[]>(),
      expected: listed(results.rectification, (one) => [
        [one.subject, one.period],
        [one.entered, Number(one.extended), Number(one.relapse)],
      ]),
    },
    ...(annual
      ? [
          {
            name: 'year_total',
            found: ask(`${year}, track, stars, score`, 'year_total', 2),
            expected: listed(results.annual, (one) => [
              [one.subject, one.year],
              [one.track, one.stars, one.score],
            ]),
          },
          {
            name: 'year_level',
            found: ask(`${year}, rank, position, rated, tied, level`, 'year_level', 2),
            expected: listed(results.levels, (one) => [
              [one.subject, one.year],
              [one.rank, one.position, one.rated, one.tied, one.level],
            ]),
          },
          {
            name: 'watch',
            found: ask(`${year}, stars`, 'watch', 2),
            expected: listed(results.watch, (one) => [[one.subject, one.year], [one.stars]]),
          },
          {
            name: 'streak',
            found: ask(`${year}, years`, 'streak', 2),
            expected: listed(results.streaks, (one) => [[one.subject, one.year], [one.years]]),
          },
          {
            name: 'reward',
            found: ask(
              `${year}, star_reward, level_reward, head_reward, pool_share, amount`,
              'reward',
              2,
            ),
            expected: listed(results.rewards, (one) => [
              [one.subject, one.year],
              [one.forStars, one.forLevel, one.forHeads, one.share, one.amount],
            ]),
          },
        ]
      : []),
  ];
}

function keyed(rows: readonly Row[], keys: number): Map<string, readonly Figure[]> {
  return new Map(
    rows.map((row) => {
      const values = Object.values(row) as Figure[];
      return [values.slice(0, keys).join(' '), values.slice(keys)];
    }),
  );
}

function listed<T>(
  items: readonly T[],
  of: (item: T) => readonly [readonly Figure[], readonly Figure[]],
): Map<string, readonly Figure[]> {
  return new Map(items.map((item) => [of(item)[0].join(' '), of(item)[1]]));
}

function ofNodes(nodes: Nodes): Map<string, readonly Figure[]> {
  return new Map(
    [...nodes].flatMap(([node, values]) =>
      [...values].map(([key, value]) => [`${node} ${key}`, [value]] as const),
    ),
  );
}

function compare({ name, found, expected }: Stage): string[] {
  const keys = [...new Set([...found.keys(), ...expected.keys()])].toSorted();
  return keys.flatMap((key) => {
    const [views, document] = [found.get(key), expected.get(key)];
    if (!views) return [`${name} ${key}: no row, expected ${write(document)}`];
    if (!document) return [`${name} ${key}: ${write(views)}, expected no row`];
    return views.every((one, index) => close(one, document[index] ?? null))
      ? []
      : [`${name} ${key}: ${write(views)}, expected ${write(document)}`];
  });
}

function write(figures: readonly Figure[] | undefined): string {
  return (figures ?? []).map((one) => one ?? '∅').join(' ');
}

/** Numbers agree to 1e-9 of their size; what is absent, and words, exactly. */
export function close(one: Figure, other: Figure): boolean {
  if (typeof one !== 'number' || typeof other !== 'number') return one === other;
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));
}
