import { fileURLToPath } from 'node:url';

/** The project's folder, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Everything that the benchmark makes. Not in test/.output: Playwright empties that whenever the browser tests start,
 * and the large files are worth keeping.
 */
const cache = `${root}node_modules/.cache/bench`;

export const output = {
  page: `${cache}/page`,
  app: `${cache}/app`,
  data: `${cache}/data`,
} as const;

export const sampleFolder = `${root}sample-data/jiujiang`;
