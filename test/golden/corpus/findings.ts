import { severityOf, type Finding } from '../../../src/model/finding';
import type { ExpectedFinding } from './case';

/**
 * The findings that answer to the expected ones, as these are written; then the errors and warnings that nobody expects,
 * with their place.
 */
export function shownFindings(
  found: readonly Finding[],
  expected: readonly ExpectedFinding[],
): unknown[] {
  const left = [...found];
  const met = expected.filter((wanted) => {
    const index = left.findIndex((one) => answersTo(one, wanted));
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  });
  const rest = left.filter(({ code }) => severityOf[code] !== 'note');
  return [
    ...met,
    ...rest.map(({ code, file, row, column, value, count }) => ({
      code,
      file,
      row,
      column,
      value,
      count,
    })),
  ];
}

function answersTo(found: Finding, wanted: ExpectedFinding): boolean {
  return (Object.keys(wanted) as (keyof ExpectedFinding)[]).every(
    (key) => found[key] === wanted[key],
  );
}
