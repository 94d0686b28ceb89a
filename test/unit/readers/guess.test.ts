import { expect, test } from 'vitest';
import { guessText } from '../../../workers/readers/guess';

const guess = (text: string) => guessText(new Blob([text]));

test('a plain text is guessed from its start', async () => {
  expect(await guess('村名,得分\n青禾村,90\n')).toEqual({ delimiter: ',', width: 2, bom: false });
  expect(await guess('\ufeffa;b;c\r\n"x;y";2;3\r\n')).toEqual({
    delimiter: ';',
    width: 3,
    bom: true,
  });
});

test.each([
  ['records of two widths', 'a,b\n1,2\n3\n'],
  ['a quote out of place', 'a,b\n1,"x"y\n'],
  ['quotes within a field', 'a,b\n1,x"y"\n'],
  ['one column', 'a\n1\n'],
  ['other quotes', "a,b\n'x, y',2\n'u, v',3\n"],
  ['nothing', ''],
])('%s is no plain text', async (_, text) => {
  expect(await guess(text)).toBeNull();
});

test('neither is one in another encoding', async () => {
  expect(await guessText(new Blob([Uint8Array.from([0xb4, 0xe5, 0x2c, 0x61, 0x0a])]))).toBeNull();
});

test('the record that the start cuts in two is left out', async () => {
  const long = `a,b\n${'1,2\n'.repeat(100_000)}`;
  expect(await guess(long)).toEqual({ delimiter: ',', width: 2, bom: false });
});
