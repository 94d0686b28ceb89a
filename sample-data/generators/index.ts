import type { Files } from './book';
import { cityFiles } from './city/files';
import { asemFiles } from './countries/asem';
import { hdiFiles } from './countries/hdi';
import { sampleFiles as jiujiang } from './jiujiang/files';
import { cadreFiles } from './kongtong/cadres';
import { kongtongFiles } from './kongtong/files';
import { niuzhuangFiles } from './niuzhuang/files';
import { householdFiles, memberFiles } from './niuzhuang/people';
import { tonganFiles } from './tongan/files';
import { zhaolingFiles } from './zhaoling/files';

/** The folders of samples, each with what makes its files. */
export const samples: ReadonlyMap<string, () => Files> = new Map([
  ['jiujiang', jiujiang],
  ['niuzhuang', niuzhuangFiles],
  ['niuzhuang-members', memberFiles],
  ['niuzhuang-households', householdFiles],
  ['kongtong', kongtongFiles],
  ['kongtong-cadres', cadreFiles],
  ['tongan', tonganFiles],
  ['zhaoling', zhaolingFiles],
  ['city', cityFiles],
  ['hdi', hdiFiles],
  ['asem', asemFiles],
]);
