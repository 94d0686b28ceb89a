/**
 * The fictional district. Every name is written by hand and none is a place of the real one.
 * 青禾村 exists twice, in 荷田镇 and in 云溪镇: a name alone does not identify a village.
 */
export const tracks = ['一类 城市社区', '二类 城郊村居', '三类 农村'] as const;
export type Track = (typeof tracks)[number];

export interface Village {
  /** Twelve digits: 990101 (fictional district), town, village. */
  code: string;
  town: string;
  name: string;
  track: Track;
}

interface Town {
  name: string;
  communities: Partial<Record<Track, string>>;
  villages: Partial<Record<Track, string>>;
}

const urban = tracks[0];
const fringe = tracks[1];
const rural = tracks[2];

const towns: readonly Town[] = [
  {
    name: '青石街道',
    communities: { [urban]: '石桥 桂苑 锦园 文澜 学府 槐荫 朝晖 紫藤 和悦', [fringe]: '东篱 梅园' },
    villages: { [fringe]: '石磨' },
  },
  {
    name: '北港街道',
    communities: { [urban]: '北港 望潮 渔火 渔歌 海棠 帆影 银杏 听涛', [fringe]: '船坞 柳岸' },
    villages: { [fringe]: '芦花' },
  },
  {
    name: '望湖街道',
    communities: { [urban]: '望湖 湖畔 玉兰 翠微 丹桂 明月 雅苑 书香', [fringe]: '荷风 晚亭' },
    villages: { [fringe]: '藕塘' },
  },
  {
    name: '白鹭街道',
    communities: { [urban]: '白鹭 芳洲 澄波 星汉 兰亭', [fringe]: '沙鸥 春晓' },
    villages: { [fringe]: '竹溪 杏林 苇湾' },
  },
  {
    name: '临江镇',
    communities: { [urban]: '临江', [fringe]: '古渡 西街' },
    villages: { [fringe]: '渡口 桑园 榆树 石坝', [rural]: '稻香 菱角 麦浪 蒲草 野塘 三棵柳' },
  },
  {
    name: '荷田镇',
    communities: { [fringe]: '荷田' },
    villages: {
      [fringe]: '莲蓬 菱湖 双井 采莲 藕香',
      [rural]: '青禾 芙蓉 听蛙 禾丰 稻花 水车 清塘 梅坞',
    },
  },
  {
    name: '松岭镇',
    communities: { [fringe]: '松岭' },
    villages: {
      [fringe]: '茶亭 石阶 松涛',
      [rural]: '枫林 云杉 竹海 鹿鸣 栗园 泉眼 樟树 杉湾 百草',
    },
  },
  {
    name: '云溪镇',
    communities: { [fringe]: '云溪' },
    villages: {
      [fringe]: '烟雨 石笋 溪畔 磨坊',
      [rural]: '青禾 雁栖 杜鹃 山塘 枣园 桐花 梨园 云岫',
    },
  },
  {
    name: '柳塘镇',
    communities: { [fringe]: '柳塘' },
    villages: { [fringe]: '柳絮 垂杨 杨桥 菊圃', [rural]: '塘埂 鸭塘 葵花 桑榆 橘林 麻园 芳草' },
  },
];

/** The 109 villages in the order of their codes, as an office lists them. */
export const villages: readonly Village[] = towns.flatMap((town, index) => [
  ...namesIn(town.communities, '社区', 1, index, town.name),
  // The number of a community is below 200, that of a village from 200 to 399.
  ...namesIn(town.villages, '村', 200, index, town.name),
]);

function namesIn(
  names: Partial<Record<Track, string>>,
  suffix: string,
  firstNumber: number,
  townIndex: number,
  town: string,
): Village[] {
  const townPart = String(townIndex + 1).padStart(3, '0');
  return tracks
    .flatMap((track) => (names[track]?.split(' ') ?? []).map((name) => ({ name, track })))
    .map(({ name, track }, index) => ({
      code: `990101${townPart}${String(firstNumber + index).padStart(3, '0')}`,
      town,
      name: name + suffix,
      track,
    }));
}
