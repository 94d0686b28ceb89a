import { readHeader } from './header';
import { simplified } from './simplified';

const sizes =
  /^(?:户籍|常住|总|农业|农村|现有|全村)*(?:总?人口|总?户|人|农户|党员|村民(?:小)?组|耕地)(?:总?数|面积)?$|^(?:total)?(?:population|households?)$/i;

/** 户 and 人 alone head columns of other things too. */
const tooShort = /^[户人]$/;

/** What a column counts that says how large a subject is, as 人口 and 户数 do; null where its header says no such thing. */
export function sizeMeasure(header: string): string | null {
  const measure = simplified(readHeader(header).name);
  return sizes.test(measure) && !tooShort.test(measure) ? measure : null;
}
