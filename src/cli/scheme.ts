import { Fault } from '../model/answer';
import { chooseScheme, schemeKey } from '../scheme/choose';
import { parseScheme } from '../scheme/parse';
import { presets } from '../scheme/presets';
import type { Scheme } from '../scheme/shape';
import { readJson } from './json';
import { t } from './words';

/** The scheme that an option names: a document by its path, or a preset for the newest period of the data. */
export async function findScheme(name: string, newest: string | null): Promise<Scheme> {
  if (/\.json$/i.test(name) || name.includes('/')) return readScheme(name);
  const scheme = chooseScheme(presets, name, newest);
  if (scheme) return scheme;
  throw new Fault('scheme_unknown', { name, known: presets.map(schemeKey).join(', ') });
}

async function readScheme(path: string): Promise<Scheme> {
  const document = await readJson(
    path,
    (message) => new Fault('scheme_not_json', { message: `${path}: ${message}` }),
  );
  const parsed = parseScheme(document);
  if (parsed.ok) return parsed.scheme;
  const problems = parsed.problems.map((problem) => t.schemeProblem(problem)).join('\n  ');
  throw new Fault('scheme_invalid', { problems: `${path}\n  ${problems}` });
}
