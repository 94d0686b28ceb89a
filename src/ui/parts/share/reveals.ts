import type { Messages } from '../../../i18n';
import { number, periodName } from '../../../i18n/format';
import { dimensions } from '../../../model/filters';
import type { Spec } from '../../../state/sharing.svelte';

/** What a link tells its reader, in sentences: everything that stands in it. */
export function reveals(t: Messages, spec: Spec, page: string): string[] {
  const words = t.share;
  const list = (values: readonly string[]) => values.join(t.common.listSeparator);
  const { filters = {}, choices = {}, queries = [], contract } = spec;
  return [
    words.page(page),
    ...(spec.title === undefined ? [] : [words.titled(spec.title)]),
    ...(spec.scheme ? [schemeWords(t, spec.scheme)] : []),
    ...(spec.year === undefined ? [] : [words.year(String(spec.year))]),
    ...dimensions.flatMap((dimension) => {
      const values = filters[dimension];
      return values ? [words.filters[dimension](list(values))] : [];
    }),
    ...(filters.search === undefined ? [] : [words.search(filters.search)]),
    ...Object.entries(choices).map(([name, values]) => words.choice(name, list(values))),
    ...queries.map(({ name, sql }) => words.query(name, sql)),
    ...(contract ? contractWords(t, contract) : []),
    words.noCell,
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
