import { parseScheme } from '../parse';
import type { Scheme } from '../shape';
import asem1 from './asem-1.0.json';
import hdi1 from './hdi-1.0.json';
import jiujiang1 from './jiujiang-1.0.json';
import jiujiang2 from './jiujiang-2.0.json';
import jiujiang3 from './jiujiang-3.0.json';

/** The schemes that come with the product, each checked like any other document. */
export const presets: readonly Scheme[] = [jiujiang1, jiujiang2, jiujiang3, hdi1, asem1].map(
  (document) => {
    const parsed = parseScheme(document);
    if (parsed.ok) return parsed.scheme;
    throw new Error(`preset ${document.id} ${document.version}: ${JSON.stringify(parsed.problems)}`);
  },
);
