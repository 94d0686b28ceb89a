const numerals = '零一二三四五六七八九十';

/** Orders labels as readers count: 一类, 二类, 三类; 1, 2, 10. */
export function compareLabels(one: string, other: string): number {
  const counted = (label: string) =>
    label.replaceAll(/[一二三四五六七八九十]/g, (numeral) => String(numerals.indexOf(numeral)));
  return collator.compare(counted(one), counted(other));
}

const collator = new Intl.Collator('zh-CN', { numeric: true });
