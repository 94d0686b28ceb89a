import { readFile } from 'node:fs/promises';
import { emptyCrosswalk } from '../ingest/crosswalk';
import { readCrosswalk } from '../ingest/read-crosswalk';
import { Fault } from '../model/answer';
import type { Crosswalk } from '../model/crosswalk';

/** The decisions on subjects over time from a file that the page has exported, JSON or CSV; none where no file is named. */
export async function openCrosswalk(path: string | undefined): Promise<Crosswalk> {
  if (path === undefined) return emptyCrosswalk;
  const invalid = (problems: string) => new Fault('crosswalk_invalid', { path, problems });
  const parsed = readCrosswalk(await textOf(path, invalid));
  if (parsed.ok) return parsed.crosswalk;
  const problems = parsed.problems.map((one) => [one.path, one.allowed].filter(Boolean).join(': '));
  throw invalid(problems.join('; '));
}

/** A spreadsheet may have written the file again in its own encoding. */
async function textOf(path: string, invalid: (message: string) => Fault): Promise<string> {
  try {
    const bytes = await readFile(path);
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return new TextDecoder('gb18030').decode(bytes);
    }
  } catch (thrown) {
    throw invalid(thrown instanceof Error ? thrown.message : String(thrown));
  }
}
