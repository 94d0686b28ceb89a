import { periodOfId } from '../../src/model/period';
import type { Data } from './data';

/**
 * Data from a table of text: the first line names `subject`, `period` and `track` where it has them, and measures. A dot
 * is what is absent; without a period all is of 2023Q1.
 */
export function table(text: string): Data {
  const [head = [], ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const rows = lines.map(
    (cells) => new Map(head.map((name, index) => [name, cells[index] ?? '.'])),
  );
  const periodOf = (row: Map<string, string>) => row.get('period') ?? '2023Q1';
  const subjects = new Map(rows.map((row) => [row.get('subject') ?? '', row.get('track') ?? null]));
  return {
    subjects: [...subjects].map(([id, track]) => ({
      id,
      kind: 'village',
      district: 'middle',
      town: 'north',
      track,
    })),
    periods: [...new Set(rows.map(periodOf))].flatMap((id) => periodOfId(id) ?? []),
    observations: rows.flatMap((row) =>
      head
        .filter((name) => !['subject', 'period', 'track'].includes(name))
        .filter((name) => row.get(name) !== '.')
        .map((measure) => ({
          subject: row.get('subject') ?? '',
          period: periodOf(row),
          measure,
          value: Number(row.get(measure)),
        })),
    ),
    words: [],
    marks: [],
  };
}
