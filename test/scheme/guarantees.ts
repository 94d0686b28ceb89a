import type { Row } from '../../src/model/row';
import { compileScheme } from '../../src/scheme/compile';
import type { Quota } from '../../src/scheme/shape';
import { isGroupNode, treeNodes } from '../../src/scheme/tree';
import { close } from './compare';
import type { Data } from './data';
import type { SchemeDatabase } from './database';
import type { Case } from './documents';
import { placesOf } from './evaluate/period';

const figure = (row: Row, column: string) => {
  const value = row[column];
  return typeof value === 'number' ? value : null;
};

const rowText = (row: Row) => Object.values(row).join(' ');

/** Groups of which the contributions don't add up; those that compare pairs have none. */
export function brokenSums({ scheme }: Case, database: SchemeDatabase): string[] {
  const groups = treeNodes(scheme.score).filter(isGroupNode);
  const pairs = groups.filter(({ node }) => node.combine === 'copeland').map(({ id }) => id);
  const rows = database.ask(`
    SELECT g.node, g.subject_id, g.period_id, g.value, sum(c.contribution) AS total
    FROM (${combined(database)}) AS g
    JOIN score.contribution AS c
      ON c.parent = g.node AND c.subject_id = g.subject_id AND c.period_id = g.period_id
    GROUP BY g.node, g.subject_id, g.period_id, g.value`);
  return rows
    .filter((row) => !pairs.includes(String(row['node'])))
    .filter((row) => !close(figure(row, 'value'), figure(row, 'total')))
    .map(rowText);
}

/** The values of all groups before their steps, as a SELECT. */
export function combined(database: SchemeDatabase): string {
  return database
    .ask(
      `
      SELECT table_name FROM information_schema.tables
      WHERE table_schema = 'score' AND ends_with(table_name, '_combine')`,
    )
    .map(
      (row) =>
        `SELECT node, subject_id, period_id, value FROM score."${String(row['table_name'])}"`,
    )
    .join(' UNION ALL ');
}

/** Groups that give the weight of a missing part to the others, and in which weight is lost or won. */
export function brokenWeights({ scheme }: Case, database: SchemeDatabase): string[] {
  const nodes = treeNodes(scheme.score);
  return nodes.filter(isGroupNode).flatMap(({ id, node }) => {
    const weights = nodes
      .filter(({ parent }) => parent === id)
      .map((part) => ('weight' in part.node ? part.node.weight : 1));
    const numbers = weights.filter((weight) => typeof weight === 'number');
    const isSum = node.combine === 'sum' || node.combine === 'weighted-sum';
    const isMean = typeof node.combine === 'object' || node.combine === 'mean';
    if (node.missing !== 'redistribute' || numbers.length < weights.length) return [];
    if (!isSum && !isMean) return [];
    const whole = isMean ? 1 : numbers.reduce((total, one) => total + one, 0);
    const rows = database.ask(`
      SELECT c.subject_id, c.period_id, sum(c.weight) AS total
      FROM score.contribution AS c
      JOIN (${combined(database)}) AS g
        ON g.node = c.parent AND g.subject_id = c.subject_id AND g.period_id = c.period_id
      WHERE c.parent = '${id}'
      GROUP BY ALL`);
    return rows
      .filter((row) => !close(figure(row, 'total'), whole))
      .map((row) => `${id} ${rowText(row)}`);
  });
}

/** Pairs of subjects of which the one with the better score has the worse rank, or of equal ones with different ranks. */
export function brokenRanks({ scheme }: Case, database: SchemeDatabase): string[] {
  const { within, first, ties, then, round } = scheme.rank;
  if (round) return [];
  const together = within === 'track' ? 'a.track = b.track AND' : '';
  const better = first === 'highest' ? '>' : '<';
  const equal = ties === 'ordinal' || then.length > 0 ? 'FALSE' : 'a.rank <> b.rank';
  return database
    .ask(
      `
      SELECT a.subject_id AS one, b.subject_id AS other, a.period_id, a.score, b.score AS second, a.rank, b.rank AS worse
      FROM score.period_rank AS a
      JOIN score.period_rank AS b
        ON ${together} a.period_id = b.period_id AND a.subject_id <> b.subject_id
      WHERE (round(a.score, 9) ${better} round(b.score, 9) AND a.rank >= b.rank)
        OR (round(a.score, 9) = round(b.score, 9) AND ${equal})`,
    )
    .map(rowText);
}

/** Rules and levels by which more subjects pass than there are places; tied ones all do where the document includes them. */
export function brokenQuotas({ scheme }: Case, database: SchemeDatabase): string[] {
  const { stars, year, rank } = scheme;
  const rules = stars && 'rules' in stars ? stars.rules : [];
  const ofStars = rules.flatMap(({ top }, index) =>
    top && stars && 'rules' in stars
      ? overfull(database, {
          top,
          include: stars.atQuota === 'include',
          group: rank.within === 'track' ? 'period_id, track' : 'period_id',
          from: 'score.period_stars',
          where: `rule = ${index + 1}`,
        })
      : [],
  );
  const levels = (year?.levels ?? []).flatMap(({ level, top }) =>
    top && year
      ? overfull(database, {
          top,
          include: year.atQuota === 'include',
          group: year.rank.within === 'track' ? 'year, track' : 'year',
          from: 'score.year_level',
          where: `level = ${level}`,
        })
      : [],
  );
  return [...ofStars, ...levels];
}

interface Places {
  readonly top: Quota;
  readonly include: boolean;
  readonly group: string;
  readonly from: string;
  readonly where: string;
}

function overfull(
  database: SchemeDatabase,
  { top, include, group, from, where }: Places,
): string[] {
  const rows = database.ask(`
    SELECT ${group}, count(*) AS passed, max(position) AS last, any_value(rated) AS rated
    FROM ${from} WHERE ${where} GROUP BY ${group}`);
  return rows
    .filter((row) => {
      const places = placesOf(top, figure(row, 'rated') ?? 0);
      return (figure(row, include ? 'last' : 'passed') ?? 0) > places;
    })
    .map((row) => `${from} ${where}: ${rowText(row)}`);
}

/** Subjects that have a score in a period in which they have no figure, though nothing in the document gives one. */
export function conjured({ scheme }: Case, database: SchemeDatabase): string[] {
  const text = JSON.stringify(scheme);
  const gives = text.includes('"impute"') || text.includes('"worst"') || text.includes('"zero"');
  if (gives || scheme.rollUp) return [];
  return database
    .ask(
      `
      SELECT subject_id, period_id, score
      FROM score.period_score ANTI JOIN score.measured USING (subject_id, period_id)
      WHERE score IS NOT NULL`,
    )
    .map(rowText);
}

/** Views that name other relations in their statements than they say, or read what comes after them. */
export function brokenReads({ scheme }: Case): string[] {
  const before = new Set<string>();
  return compileScheme(scheme).flatMap(({ name, sql, reads }) => {
    const bare = sql.replaceAll(/'(?:[^']|'')*'|--[^\n]*/g, '');
    const named = [...bare.matchAll(/(?<![\w."])"?(canon|score)"?\."?(\w+)"?(?!\w*\()/g)];
    const found = [...new Set(named.map(([, floor = '', view = '']) => `${floor}.${view}`))];
    const late = reads.filter((one) => one.startsWith('score.') && !before.has(one));
    before.add(name);
    const same = found.toSorted().join(' ') === reads.toSorted().join(' ');
    return [
      ...(same ? [] : [`${name} reads ${found.join(' ')}, says ${reads.join(' ')}`]),
      ...late.map((one) => `${name} reads ${one}, which comes after it`),
    ];
  });
}

/** Every view as sorted lines of text, floats with all their digits. */
export function contentOf(
  { scheme }: Case,
  database: SchemeDatabase,
): Map<string, readonly string[]> {
  return new Map(
    compileScheme(scheme).map(({ name }) => {
      const rows = database.ask(`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM ${name}`);
      return [name, rows.map((row) => JSON.stringify(Object.values(row))).toSorted()];
    }),
  );
}

/** Cells that hold NaN or an infinity. */
export function noNumbers(content: ReadonlyMap<string, readonly string[]>): string[] {
  return [...content].flatMap(([name, lines]) =>
    lines
      .filter((line) => /[",[ ]-?(?:nan|inf|infinity)[",\] ]/i.test(line))
      .map((line) => `${name} ${line}`),
  );
}

/** The same rows in another order, the same one every time. */
export function shuffled(data: Data): Data {
  const turned = <T>(items: readonly T[]) =>
    items
      .map((item, index) => ({
        item,
        place: ((index * 7919 + 13) % 104_729) % Math.max(1, items.length),
      }))
      .toSorted((a, b) => b.place - a.place)
      .map(({ item }) => item);
  return {
    subjects: turned(data.subjects),
    periods: turned(data.periods),
    observations: turned(data.observations),
    words: turned(data.words),
    marks: turned(data.marks),
  };
}
