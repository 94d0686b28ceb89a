const first = [
  'Al',
  'Bre',
  'Cor',
  'Dun',
  'El',
  'Far',
  'Gal',
  'Hes',
  'Ily',
  'Jor',
  'Kel',
  'Lum',
  'Mar',
];
const last = ['vedria', 'sorin', 'thania', 'quessa'];

export interface Country {
  readonly name: string;
  readonly code: string;
}

/** Countries that no map shows, as many as there are ways to put two parts of a name together: 52. */
export const countries: readonly Country[] = last.flatMap((end, block) =>
  first.map((start, index) => ({
    name: start + end,
    code: `X${String.fromCodePoint(65 + block)}${String.fromCodePoint(65 + index)}`,
  })),
);
