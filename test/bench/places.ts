import { fileURLToPath } from 'node:url';

/** The project's folder, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Everything that the benchmark makes; git passes over it. */
export const output = {
  page: `${root}test/.output/bench/page`,
  app: `${root}test/.output/bench/app`,
  data: `${root}test/.output/bench-data`,
} as const;

export const sampleFolder = `${root}sample-data/jiujiang`;
