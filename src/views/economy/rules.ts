import type { RoundingRule } from '../../sql/rounded';

/** What the economic figures are taken over and classed by: the `economy` clause of a scheme. Money is in 万元. */
export interface EconomyRules {
  /** The mean that a report prints is taken over the subjects that report the figure, or over all. */
  readonly denominator: 'reporting' | 'all';
  /** Rounding of means. */
  readonly round: RoundingRule;
  /** Lower bounds of the classes of income; the first is that above which there is any. */
  readonly tiers: readonly number[];
  /** The line that a subject is to reach. */
  readonly threshold: number;
  /** Bounds of the classes of change on the year before, in percent. */
  readonly bands: readonly number[];
  /** Years in which figures begin to be counted in another way. */
  readonly breaks: readonly number[];
  /** The share of subjects, from the largest, whose part of the total is shown. */
  readonly top: number;
  /** Measures that income is made up of. */
  readonly sources: readonly { readonly measure: string }[];
  /** The measure that counts people. */
  readonly heads?: string | undefined;
  /** The measure of what investments bring in a year. */
  readonly returns?: string | undefined;
  /** Figures that a plan is set for, with the measures of the plan and of its completion in percent. */
  readonly plans: readonly {
    readonly of: string;
    readonly plan?: string | undefined;
    readonly completion?: string | undefined;
    readonly round: RoundingRule;
  }[];
}
