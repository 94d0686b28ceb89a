import { emptyCrosswalk, parseCrosswalk } from '../ingest/crosswalk';
import { Fault } from '../model/answer';
import type { Crosswalk } from '../model/crosswalk';
import { readJson } from './json';

/** The decisions on subjects over time from a file that the page has exported; none where no file is named. */
export async function readCrosswalk(path: string | undefined): Promise<Crosswalk> {
  if (path === undefined) return emptyCrosswalk;
  const invalid = (problems: string) => new Fault('crosswalk_invalid', { path, problems });
  const parsed = parseCrosswalk(await readJson(path, invalid));
  if (parsed.ok) return parsed.crosswalk;
  const problems = parsed.problems.map((one) => [one.path, one.allowed].filter(Boolean).join(': '));
  throw invalid(problems.join('; '));
}
