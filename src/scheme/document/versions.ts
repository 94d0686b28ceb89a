import type { Scheme } from '../shape';
import { schemeKey } from '../choose';

/** A copy under the next version that is not taken: 2.0 becomes 2.1, and follows 2.0. */
export function nextVersion(scheme: Scheme, taken: ReadonlySet<string>): Scheme {
  const [major, minor] = scheme.version.split('.').map(Number);
  for (let next = (minor ?? 0) + 1; ; next += 1) {
    const version = `${major ?? 1}.${next}`;
    const copy = { ...scheme, version, follows: scheme.version, title: titled(scheme, version) };
    if (!taken.has(schemeKey(copy))) return copy;
  }
}

/** The title with the new version in place of the old one, or after it. */
function titled({ title, version }: Scheme, next: string): Scheme['title'] {
  const renew = (words: string) =>
    words.includes(version) ? words.replace(version, next) : `${words} ${next}`;
  return { zh: renew(title.zh), en: renew(title.en) };
}
