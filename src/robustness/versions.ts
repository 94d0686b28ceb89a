import type { Trial } from '../model/trial';
import { schemeKey } from '../scheme/choose';
import type { Scheme } from '../scheme/shape';
import { schemeTrial } from './scheme-trial';

/**
 * The same data under several versions, or several schemes: what the parts bring, and the results up to the year. `what`
 * is `id@version`.
 */
export function versionTrials(schemes: readonly Scheme[]): Trial[] {
  return schemes.map((scheme) =>
    schemeTrial('version', schemeKey(scheme), scheme, ['part', 'year']),
  );
}
