import { cpus, totalmem } from 'node:os';
import { Native } from './native';

/** Where the figures were taken. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  /** Gigabytes. */
  readonly memory: number;
  readonly node: string;
  readonly browser: string;
  readonly duckdb: string;
  readonly date: string;
}

export async function describeMachine(browser: string): Promise<Machine> {
  const native = await Native.start();
  const duckdb = `native ${await native.version()}`;
  native.close();
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memory: Math.round(totalmem() / 1e9),
    node: process.version,
    browser,
    duckdb,
    date: new Date().toISOString().slice(0, 10),
  };
}
