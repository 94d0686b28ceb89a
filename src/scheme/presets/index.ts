import { parseScheme } from '../parse';
import type { Scheme } from '../shape';
import asem1 from './asem-1.0.json';
import hdi1 from './hdi-1.0.json';
import jiujiang1 from './jiujiang-1.0.json';
import jiujiang2 from './jiujiang-2.0.json';
import jiujiang3 from './jiujiang-3.0.json';
import kongtong1 from './kongtong-1.0.json';
import kongtongCadres1 from './kongtong-cadres-1.0.json';
import niuzhuang1 from './niuzhuang-1.0.json';
import niuzhuangHouseholds1 from './niuzhuang-households-1.0.json';
import niuzhuangMembers1 from './niuzhuang-members-1.0.json';
import tongan1 from './tongan-1.0.json';
import zhaoling1 from './zhaoling-1.0.json';
import zhaolingRounds1 from './zhaoling-rounds-1.0.json';

const documents = [
  ...[jiujiang1, jiujiang2, jiujiang3],
  ...[zhaoling1, zhaolingRounds1],
  ...[niuzhuang1, niuzhuangMembers1, niuzhuangHouseholds1],
  ...[kongtong1, kongtongCadres1],
  tongan1,
  ...[hdi1, asem1],
];

/** The schemes that come with the product, each checked like any other document. */
export const presets: readonly Scheme[] = documents.map((document) => {
  const parsed = parseScheme(document);
  if (parsed.ok) return parsed.scheme;
  throw new Error(`preset ${document.id} ${document.version}: ${JSON.stringify(parsed.problems)}`);
});
