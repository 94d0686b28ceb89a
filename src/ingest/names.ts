import { simplified } from './simplified';

/*
 * Names in the forms by which they are compared. None of these is ever stored or shown: what a file says stays as it
 * stands there.
 */

/** Blanks and characters that no one sees, within a name too. */
const unseen =
  /(?:\s|\u00ad|\u180e|[\u200b-\u200f]|[\u202a-\u202e]|\u2060|[\ufe00-\ufe0f]|\ufeff)+/g;

/** NFKC without blanks, wide ones too: Ａ 类 is A类. */
export function plainText(text: string | null): string {
  return (text ?? '').normalize('NFKC').replaceAll(unseen, '');
}

/** A name without blanks and with its kind as one word: 青禾村 for 青禾村民委员会, 星汉社区 for 星汉居委会. */
export function nameKey(name: string | null): string {
  return withOneSuffix(plainText(name));
}

const ordinal =
  /^(?:[\u2460-\u24ff\u2776-\u2793\u3251-\u325f\u32b1-\u32bf]|[(（](?:\d+|[一二三四五六七八九十]+)[)）]|(?:\d+|[一二三四五六七八九十]+)[.、．,，:：)）](?!\d)|[-–—·•●○■□◆◇▪▶►*＊])+(?=.*\p{Script=Han})/u;

/** Pinyin glued in: 強(qiáng). Only Latin letters, so 村(社區) stays. */
const pinyin = /(?<=\p{Script=Han})\([\p{Script=Latin}\p{M}'’-]+\)/gu;

/**
 * The loosest form in which a name is still the same name: as `nameKey`, and without ordinals, bullets and pinyin in
 * parentheses, in simplified characters.
 */
export function matchKey(name: string | null): string {
  const spaceless = (name ?? '').replaceAll(unseen, '').replace(ordinal, '');
  return withOneSuffix(simplified(plainText(spaceless).replaceAll(pinyin, '')));
}

/** A `matchKey` without its kind: 青禾 for 青禾村. */
export function stemOf(key: string): string {
  return key.replace(/(?<=.)(?:村|社区)$/, '');
}

/** A town in the form by which it is compared: 甲街道办事处 and 甲街道 are one. */
export function townKey(town: string | null): string {
  return simplified(plainText(town).replaceAll(pinyin, ''))
    .replace(/街道(?:办事处|办)$/, '街道')
    .replace(/([镇乡])(?:人民)?政府$/, '$1');
}

/** A `townKey` without its kind: 云岭 for 云岭乡 and 云岭镇. */
export function townStem(key: string): string {
  return key.replace(/(?<=..)(?:街道|镇|乡)$/, '');
}

function withOneSuffix(name: string): string {
  return name
    .replace(
      /(?<=.)(?:村|(社区))?(?:村民委员会|村委会|村委)$/,
      (_, community?: string) => community ?? '村',
    )
    .replace(/(?<=.)(?:社区)?(?:居民委员会|居委会|居委)$/, '社区');
}
