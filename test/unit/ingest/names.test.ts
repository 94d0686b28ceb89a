import { describe, expect, test } from 'vitest';
import { matchKey, nameKey, plainText, stemOf, townKey, townStem } from '../../../src/ingest/names';
import { lostBytes, offer } from '../../../src/ingest/roster/lost-bytes';

describe('names compare equal', () => {
  test.each([
    ['青　禾 村', '青禾村'],
    ['\u200b青禾\ufeff村', '青禾村'],
    ['青禾村村民委员会', '青禾村'],
    ['青禾村委', '青禾村'],
    ['星漢社區居民委員會', '星汉社区'],
    ['星漢居委會', '星汉社区'],
    ['星汉社区村委会', '星汉社区'],
    ['強(qiáng)勝村', '强胜村'],
    ['强（qiang）胜村', '强胜村'],
    ['1.青禾村', '青禾村'],
    ['12、青禾村', '青禾村'],
    ['（一）青禾村', '青禾村'],
    ['①青禾村', '青禾村'],
    ['● 青禾村', '青禾村'],
  ])('%s as %s', (written, meant) => {
    expect(matchKey(written)).toBe(meant);
  });
});

describe('names stay apart', () => {
  test.each([
    ['青禾村', '青禾社区'],
    ['青禾村(社區)', '青禾村'],
    ['1号村', '号村'],
    ['一村', '村'],
    ['2.5里村', '里村'],
  ])('%s from %s', (one, other) => {
    expect(matchKey(one)).not.toBe(matchKey(other));
  });
});

test('characters are simplified and pinyin dropped only in the loosest form', () => {
  expect(nameKey('乾(gān)溪村委会')).toBe('乾(gān)溪村');
  expect(plainText('乾 溪村')).toBe('乾溪村');
});

test('a name that is nothing but a kind keeps it', () => {
  expect(stemOf('村')).toBe('村');
  expect(stemOf('新村')).toBe('新');
});

test('a town compares without the office in its name, and its stem without its kind', () => {
  expect(townKey('白鷺街道辦事處')).toBe('白鹭街道');
  expect(townKey('云岭镇人民政府')).toBe('云岭镇');
  expect(townStem('云岭镇')).toBe(townStem('云岭乡'));
  expect(townStem('镇街道')).not.toBe('');
});

test.each([
  '青?村',
  '青禾?',
  '青\ufffd村',
  '锟斤拷村',
  '烫烫烫',
  'ÇàºÌ´å',
  'é’ç¦¾',
  '青?hé)鍪嗅轻紖^',
])('bytes of %s were lost', (name) => expect(lostBytes(name)).toBe(true));

test.each(['青禾村', '屯屯村', '强(qiáng)胜村', 'Café', '青禾村(?)', '“青禾”——村', 'Is it?'])(
  'nothing of %s was lost',
  (name) => expect(lostBytes(name)).toBe(false),
);

const gazetteer = ['青禾村', '青山塘村', '柳塘村民委员会', '星汉社区'];

test.each([
  ['青?塘村', '青山塘村'],
  ['?塘村', null],
  ['柳\ufffd\ufffd村委会', '柳塘村民委员会'],
  ['青?村', null],
  ['??村', null],
  ['ÇàºÌ´å', '青禾村'],
  ['青禾村', null],
])('for %s the gazetteer offers %s', (name, offered) => {
  expect(offer(name, gazetteer)).toBe(offered);
});
