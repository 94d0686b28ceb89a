import type { Messages } from '../../i18n';
import { clock } from '../../i18n/format';
import type { Keep } from '../../state/keep.svelte';

/** For the status line: when the work was kept last, or that it isn't. */
export function keepWords(t: Messages, keep: Keep): string {
  const { state, savedAt, error } = keep;
  if (error || state === 'elsewhere' || state === 'lost') return t.keep.notSaved;
  return state === 'ready' && savedAt ? t.keep.saved(clock(savedAt)) : '';
}
