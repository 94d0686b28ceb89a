/** One thing wrong with a scheme document. */
export interface SchemeProblem {
  /** `score.parts[0].weight`; empty for the document as a whole. */
  readonly path: string;
  readonly kind: 'unknown_key' | 'missing_key' | 'wrong_value' | 'rule' | 'no_column' | 'no_period';
  /** The value found, as JSON, shortened; empty where there is none. */
  readonly found: string;
  /** What would be allowed, in the words of the document: keys, values, a type, or a rule. */
  readonly allowed: string;
}
