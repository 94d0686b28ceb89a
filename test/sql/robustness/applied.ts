import { compileScheme } from '../../../src/scheme/compile';
import { robustnessViews } from '../../../src/views/robustness';
import { smallScheme } from '../../unit/scheme/document';
import type { TestEngine } from '../test-engine';

/** Applies the small scheme and the views of runs; two places count as the top. */
export function applyViews(engine: TestEngine): Promise<void> {
  return engine.apply([
    ...compileScheme(smallScheme()),
    ...robustnessViews({ top: 2, panels: [] }),
  ]);
}
