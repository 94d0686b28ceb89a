import type { Messages } from '../../../i18n';
import { number, periodName } from '../../../i18n/format';
import { dimensions } from '../../../model/filters';
import type { Spec } from '../../../state/sharing.svelte';

/** What a link tells its reader, in sentences: everything that stands in it. */
export function reveals(t: Messages, spec: Spec, page: string): string[] {
  const { queries = [], contract } = spec;
  return [
    ...(spec.title === undefined ? [] : [t.share.titled(spec.title)]),
    ...asks(t, spec, page),
    ...queries.map(({ name, sql }) => t.share.query(name, sql)),
    ...(contract ? contractWords(t, contract) : []),
    t.share.noCell,
  ];
}

/** Where a link leads, and what it chooses there. */
export function asks(t: Messages, spec: Spec, page: string): string[] {
  const list = (values: readonly string[]) => values.join(t.common.listSeparator);
  const { filters = {}, choices = {} } = spec;
  return [
    t.share.page(page),
    ...(spec.year === undefined ? [] : [t.share.year(String(spec.year))]),
    ...(spec.scheme ? [schemeWords(t, spec.scheme)] : []),
    ...dimensions.flatMap((dimension) => {
      const values = filters[dimension];
      return values ? [t.share.filters[dimension](list(values))] : [];
    }),
    ...(filters.search === undefined ? [] : [t.share.search(filters.search)]),
    ...Object.entries(choices).map(([name, values]) => t.share.choice(name, list(values))),
  ];
}

function schemeWords(t: Messages, scheme: NonNullable<Spec['scheme']>): string {
  if ('document' in scheme) {
    const { id, version } = scheme.document;
    return t.share.schemeWhole(`${String(id)} ${String(version)}`);
  }
  const name = `${scheme.id} ${scheme.version}`;
  const { changes = [] } = scheme;
  return changes.length === 0 ? t.share.scheme(name) : t.share.schemeChanged(name, changes.length);
}

function contractWords(t: Messages, contract: NonNullable<Spec['contract']>): string[] {
  const [first, last] = ends(contract);
  const subjects = number(t, contract.subjects);
  return [
    t.share.columns(columnNames(contract).join(t.common.listSeparator)),
    first !== undefined && last !== undefined
      ? t.share.counts(subjects, periodName(t, first), periodName(t, last))
      : t.share.countsOnly(subjects),
    contract.mark === undefined ? t.share.noMarks : t.share.marks,
  ];
}

/** Every header once. */
export function columnNames({ tables }: NonNullable<Spec['contract']>): string[] {
  return [...new Set(tables.flatMap(({ columns }) => columns.map(({ header }) => header)))];
}

/** First and last period; none where no figure has one. */
export function ends({ periods }: NonNullable<Spec['contract']>): (string | undefined)[] {
  const ids = periods.map(({ id }) => id).filter((id) => id !== '');
  return [ids[0], ids.at(-1)];
}
