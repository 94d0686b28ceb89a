/** Marks that mean "no value", never zero: as they are written once blanks are gone and full-width forms are plain. */
export const missingMarks: readonly string[] = [
  '',
  ...['-', '--', '---', '—', '——', '———', '/', '//', '\\', '*', '.', '…', '……', '...'],
  ...['无', '暂无', '缺', '暂缺', '缺失', '空', '空白', '未填', '未填报', '未报', '不适用'],
  ...[
    '缺考',
    '缺席',
    '弃考',
    '免考',
    '未考',
    '未考核',
    '未评',
    '未评定',
    '未参评',
    '不参评',
    '未参加',
  ],
  ...['N/A', '#N/A', 'NA', 'N.A.', 'NULL', 'NONE', 'NIL'],
];

/** Marks of a column that says yes or no. A star won is ★, one that was missed ☆. */
export const yesMarks: readonly string[] = ['√', '✓', '✔', '☑', '是', '有', 'Y', 'YES', 'TRUE'];
export const noMarks: readonly string[] = ['×', '✗', '✘', '✕', '✖', '☒', '否', 'N', 'NO', 'FALSE'];

const ones = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const tens = ['', '十', ...ones.slice(2).map((digit) => `${digit}十`)];

/** The numerals from 1 to 99: the place of each, counted from 1, is its value. */
export const numerals: readonly string[] = tens
  .flatMap((ten) => ones.map((one) => ten + one))
  .slice(1);

/** Powers of ten that a word in a cell or a unit multiplies by. */
export const scales = { 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8 } as const;
