// Both scripts are written out: cells are asked as they stand in a file. What a row that begins so is, the words of
// totals and notes say of its label.
const han =
  '小计 小計 合计 合計 总计 總計 共计 共計 累计 累計 平均 均分 注 註 备注 備註 说明 說明 附注 附註 填表 填报人 填報人 制表 製表 审核 審核';
const others = 'итого всего 합계 소계 총계';
const latin = 'subtotal,sub-total,grand total,total,average,mean,median,gesamt,summe,note,source';

/** Beginnings of rows that are no plain data, in lower case. */
export const tailBeginnings: readonly string[] = [
  ...han.split(' '),
  ...others.split(' '),
  ...latin.split(','),
];

/** The same as the engine's regular expressions read them: blanks may part Chinese characters; case does not count. */
export const tailWords = `(?i)[\\s\\x{3000}]*(?:${[
  ...han.split(' ').map((word) => [...word].join('\\s*')),
  ...others.split(' '),
  ...latin.split(',').map((word) => `${word}s?\\b`),
].join('|')}).*`;

/** The first characters that those beginnings have. */
export const tailLetters = [
  ' \t\u3000',
  ...new Set(tailBeginnings.flatMap(([first = '']) => [first, first.toUpperCase()])),
].join('');
