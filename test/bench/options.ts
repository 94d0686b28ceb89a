import { parseArgs } from 'node:util';

export const groups = ['boot', 'load', 'views', 'schemes', 'sizes', 'interact'] as const;
export type Group = (typeof groups)[number];

export interface Options {
  readonly json: boolean;
  /** Small data and few runs: to see that the benchmark works, not to quote its figures. */
  readonly quick: boolean;
  readonly groups: readonly Group[];
}

/** @throws Error that says what is wrong with the arguments */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
    },
  });
  const chosen = groups.filter((group) => values.only.includes(group));
  const unknown = values.only.filter((name) => !groups.some((group) => group === name));
  if (unknown.length > 0)
    throw new Error(`--only takes ${groups.join(', ')}, not ${unknown.join(', ')}`);
  return {
    json: values.json,
    quick: values.quick,
    groups: chosen.length > 0 ? chosen : groups,
  };
}
