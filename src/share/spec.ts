import * as v from 'valibot';
import { dimensions } from '../model/filters';
import { roles } from '../model/mapping';

/*
 * What a link holds, version 1: where one stands in the workbench, what was asked, and what the data looked like that
 * it was asked of. No cell of the data. Keys that nobody knows are refused; every list and text has an upper limit.
 */

/** Version of the spec that this program writes; it reads this one and those before. */
export const specVersion = 1;

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const list = <T extends v.GenericSchema>(item: T, most: number) =>
  v.pipe(v.array(item), v.maxLength(most));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const scalar = v.union([text(2000), v.number(), v.boolean(), v.null()]);
const identifier = v.pipe(v.string(), v.regex(/^[A-Za-z][\w-]{0,60}$/));
const mark = v.pipe(v.string(), v.regex(/^[0-9a-f]{12,16}$/));

const scheme = v.union([
  v.strictObject({
    id: text(100),
    version: text(20),
    /** Where the document differs from the preset of that name. */
    changes: v.exactOptional(list(v.strictObject({ path: text(300), value: v.unknown() }), 500)),
  }),
  /** A whole document, checked as any other before it is used. */
  v.strictObject({ document: v.record(v.string(), v.unknown()) }),
]);

const filters = v.strictObject({
  ...v.entriesFromList(dimensions, v.exactOptional(list(text(200), 1000))),
  search: v.exactOptional(text(200)),
});

const query = v.strictObject({
  name: text(200),
  sql: text(100_000),
  parameters: v.exactOptional(v.record(identifier, scalar)),
});

const column = v.strictObject({
  /** As the file writes it. */
  header: text(300),
  role: v.picklist(roles),
  /** Under which the scheme looks for it: the id of an indicator, the name of an attribute. */
  name: v.exactOptional(text(300)),
  type: v.picklist(['number', 'text']),
});

/** Tables with the same columns are one entry. */
const table = v.strictObject({ columns: list(column, 2000), tables: count, rows: count });

/** `mark` is missing where a period has so few rows that it would say something of each. */
const period = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^(\d{4})?([HQBMR]\d{1,3})?$/)),
  rows: count,
  mark: v.exactOptional(mark),
});

const contract = v.strictObject({
  /** The sample of the product, which the receiver has, too. */
  sample: v.exactOptional(v.literal(true)),
  tables: list(table, 500),
  subjects: count,
  /** In time order; the id '' is what holds in every period: the subjects and their tracks. */
  periods: list(period, 2000),
  mark: v.exactOptional(mark),
  /** Check bytes of groups of rows, in base64url; a byte of 0 says nothing. */
  groups: v.exactOptional(v.pipe(text(400), v.regex(/^[\w-]*$/))),
});

export const specShape = v.strictObject({
  version: v.literal(specVersion),
  /** Day on which the link was made. */
  made: v.pipe(v.string(), v.isoDate()),
  title: v.exactOptional(text(200)),
  page: v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,40}$/)),
  scheme: v.exactOptional(scheme),
  year: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9999))),
  filters: v.exactOptional(filters),
  choices: v.exactOptional(v.record(identifier, list(text(500), 1000))),
  queries: v.exactOptional(list(query, 100)),
  figure: v.exactOptional(v.record(identifier, v.union([scalar, list(text(300), 100)]))),
  contract: v.exactOptional(contract),
});

export type Spec = v.InferOutput<typeof specShape>;
export type SharedScheme = NonNullable<Spec['scheme']>;
export type SharedQuery = NonNullable<Spec['queries']>[number];
export type SharedFigure = NonNullable<Spec['figure']>;
export type Contract = NonNullable<Spec['contract']>;
export type ContractColumn = Contract['tables'][number]['columns'][number];
