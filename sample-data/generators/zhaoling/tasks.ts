/** What one star is made of: the teams that answer for it, and the topics of each. */
export interface Star {
  readonly name: string;
  readonly teams: readonly { readonly name: string; readonly topics: readonly string[] }[];
}

const words = (text: string): string[] => text.split(' ');

/** Five stars, one office and seven teams, 42 topics. */
export const stars: readonly Star[] = [
  {
    name: '支部过硬星',
    teams: [
      {
        name: '综合办公室',
        topics: words('责任体系 任务交办 月度例会 观摩讲评 结果通报 激励兑现 档案台账'),
      },
      { name: '组织建设专班', topics: words('班子配备 支部生活 党员管理 阵地建设 后进整顿') },
    ],
  },
  {
    name: '产业兴旺星',
    teams: [
      { name: '产业发展专班', topics: words('特色种植 规模养殖 农产品加工 龙头带动 电商培育') },
      { name: '集体经济专班', topics: words('资产清查 合同清理 项目入库 收入增长 分红公示') },
    ],
  },
  {
    name: '生态宜居星',
    teams: [
      { name: '人居环境专班', topics: words('垃圾清运 污水治理 厕所改造 村道硬化 绿化美化') },
    ],
  },
  {
    name: '平安法治星',
    teams: [
      { name: '平安建设专班', topics: words('网格管理 治安巡防 安全排查 普法宣传 重点人群') },
      { name: '矛盾化解专班', topics: words('纠纷排查 联合调解 信访办理 回访稳控 调解队伍') },
    ],
  },
  {
    name: '文明幸福星',
    teams: [
      { name: '文明实践专班', topics: words('文明评选 移风易俗 志愿服务 养老服务 文化活动') },
    ],
  },
];

const stages = ['建账', '推进', '达标'];

/** The tasks of a topic: three for each, 126 in all. */
export function tasksOf(topics: readonly string[]): string[] {
  return topics.flatMap((topic) => stages.map((stage) => `${topic}-${stage}`));
}

/** The tasks of a star in the order of its teams. */
export function tasksOfStar({ teams }: Star): string[] {
  return teams.flatMap(({ topics }) => tasksOf(topics));
}
