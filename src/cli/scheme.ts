import { problemText } from '../i18n/scheme-problem';
import { Fault } from '../model/answer';
import { schemeKey, versionsOf } from '../scheme/choose';
import { parseScheme } from '../scheme/parse';
import { presets } from '../scheme/presets';
import type { Scheme } from '../scheme/shape';
import { readJson } from './json';
import { t } from './words';

/** The schemes that an option names: a document by its path, one version of a preset, or all versions of one. */
export async function findSchemes(name: string): Promise<readonly Scheme[]> {
  if (/\.json$/i.test(name) || name.includes('/')) return [await readScheme(name)];
  const found = versionsOf(presets, name);
  if (found.length > 0) return found;
  throw new Fault('scheme_unknown', { name, known: presets.map(schemeKey).join(', ') });
}

async function readScheme(path: string): Promise<Scheme> {
  const document = await readJson(
    path,
    (message) => new Fault('scheme_not_json', { message: `${path}: ${message}` }),
  );
  const parsed = parseScheme(document);
  if (parsed.ok) return parsed.scheme;
  const problems = parsed.problems.map((problem) => problemText(t, problem)).join('\n  ');
  throw new Fault('scheme_invalid', { problems: `${path}\n  ${problems}` });
}
