/** Nine villages and a community in four clusters of neighbours. */
export const clusters = [
  { name: '云栖片区', villages: ['鹿屏村', '砚泉村', '霜浦村'] },
  { name: '松照片区', villages: ['听泉社区', '栩坪村', '芷岭村'] },
  { name: '雁回片区', villages: ['韶坞村', '岚圃村'] },
  { name: '星垂片区', villages: ['翎渡村', '漪塬村'] },
] as const;

export const town = '牧云乡';

/** The villages with their cluster, in the order of an office. */
export const villages = clusters.flatMap((cluster) =>
  cluster.villages.map((name) => ({ cluster: cluster.name, name })),
);
