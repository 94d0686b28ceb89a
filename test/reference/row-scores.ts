/** How often what was said of rows is so. */
export interface ClassScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Rows that are of the class. */
  readonly support: number;
}

/** The rows of one file: what each is, and what was found. */
export interface ComparedFile {
  readonly file: string;
  readonly expected: readonly string[];
  readonly found: readonly string[];
}

/** Precision, recall and F1 of one class over the rows of all files; NaN where nothing is said or nothing is there. */
export function classScore(files: readonly ComparedFile[], name: string): ClassScore {
  let both = 0;
  let said = 0;
  let support = 0;
  for (const { expected, found } of files) {
    expected.forEach((is, row) => {
      if (is === name) support += 1;
      if (found[row] === name) said += 1;
      if (is === name && found[row] === name) both += 1;
    });
  }
  return {
    precision: both / said,
    recall: both / support,
    f1: (2 * both) / (said + support),
    support,
  };
}

/** Share of the files in which exactly the rows of a class are said to be of it. */
export function exactShare(files: readonly ComparedFile[], name: string): number {
  const exact = files.filter(({ expected, found }) =>
    expected.every((is, row) => (is === name) === (found[row] === name)),
  );
  return exact.length / files.length;
}
