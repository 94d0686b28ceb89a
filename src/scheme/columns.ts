import type { ColumnHints } from '../model/mapping';
import { columnsOfWords, namesOf } from './references';
import type { Scheme } from './shape';

/** What a scheme calls the columns of the files that it is made for. */
export function columnHints(scheme: Scheme): ColumnHints {
  const { attributes, ...named } = scheme.columns;
  const roles = Object.entries(named).filter(([, name]) => name !== undefined);
  return {
    measures: namesOf(scheme, 'measure'),
    attributes: [...new Set([...attributes, ...columnsOfWords(scheme)])],
    roles: Object.fromEntries(roles),
  };
}

/** The names of several schemes together; of one role, that of the first. */
export function joinedHints(schemes: readonly Scheme[]): ColumnHints {
  const hints = schemes.map(columnHints);
  return {
    measures: [...new Set(hints.flatMap(({ measures }) => measures))],
    attributes: [...new Set(hints.flatMap(({ attributes }) => attributes))],
    roles: Object.assign(
      {},
      ...hints.map(({ roles }) => roles).toReversed(),
    ) as ColumnHints['roles'],
  };
}
