import { profileColumns, type ColumnProfile } from './column-profile';
import { Quotes, type OutlinedRecord } from './outline';
import { readRecord, type Dialect } from './tokenize';

/** Records of a width that show what its columns hold. */
const mostProfiled = 1000;
const fewestProfiled = 4;

/** What the columns of a text hold, for each number of columns that its records have. */
export class ColumnProfiles {
  readonly #text: string;
  readonly #dialect: Dialect;
  readonly #records: readonly OutlinedRecord[];
  readonly #known = new Map<number, readonly ColumnProfile[] | null>();

  constructor(text: string, dialect: Dialect, records: readonly OutlinedRecord[]) {
    this.#text = text;
    this.#dialect = dialect;
    this.#records = records;
  }

  /** By the sound records of a width; null where there are too few to tell. */
  of(width: number): readonly ColumnProfile[] | null {
    const known = this.#known.get(width);
    if (known !== undefined) return known;
    const columns = this.#profiled(width);
    this.#known.set(width, columns);
    return columns;
  }

  #profiled(width: number): readonly ColumnProfile[] | null {
    const sound = this.#records.filter(
      (record) => record.width === width && record.quotes === Quotes.Sound,
    );
    // the first is the header
    const below = sound.slice(1);
    const step = Math.ceil(below.length / mostProfiled);
    const shown = below.filter((_, index) => index % step === 0);
    if (shown.length < fewestProfiled) return null;
    return profileColumns(
      shown.map(({ start }) => readRecord(this.#text, start, this.#dialect).cells),
    );
  }
}
