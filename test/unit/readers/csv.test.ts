import { expect, test } from 'vitest';
import { readDelimited } from '../../../workers/readers/csv';

const delimiterOf = async (text: string) =>
  (await readDelimited(new Blob([text]), () => undefined)).delimiter;

test.each([
  [',', '村名,得分\n青禾村,90\n'],
  ['\t', '村名\t得分\n青禾村\t90\n'],
  [';', '村名;得分\n青禾村;90,5\n'],
  ['|', '村名|得分\n青禾村|90\n'],
])('%j separates the fields of %j', async (delimiter, text) => {
  expect(await delimiterOf(text)).toBe(delimiter);
});

test('a delimiter within quotes does not count', async () => {
  expect(await delimiterOf('村名;备注\n青禾村;"a,b,c,d"\n柳塘村;"e,f,g,h"\n')).toBe(';');
});

test('commas in the text of single cells do not win over tabs', async () => {
  expect(await delimiterOf('村名\t得分\t备注\n青禾村\t90\t好,稳,快\n柳塘村\t80\t差\n')).toBe('\t');
});

test('a title above the table does not mislead', async () => {
  expect(await delimiterOf('2023年第一季度，考评\n村名;镇;得分\n青禾村;云岭镇;90\n')).toBe(';');
});

test('a table of one column is read with commas', async () => {
  expect(await delimiterOf('村名\n青禾村\n')).toBe(',');
});
