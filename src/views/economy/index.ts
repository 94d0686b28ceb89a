import type { View } from '../../model/view';
import { economyConcentration, economyLorenz, economyTheil } from './concentration';
import { economyBand, economyGroupGrowth, economyGrowth } from './growth';
import { economyCompletion, economyPlan } from './plan';
import { economyPerHead, economyProfit } from './profit';
import type { EconomyRules } from './rules';
import { economyDividend, economyInvestment, economySource } from './source';
import { economyThreshold, economyTier } from './tier';
import { economyTotal } from './total';
import { economyGroup, economyKept, economyMember, economyValue } from './value';

/**
 * The collective economy by district, town, track and year, each view after those it reads.
 * @param kept ids of the subjects that it is taken over; null leaves nobody out
 */
export function economyViews(rules: EconomyRules, kept: readonly string[] | null = null): View[] {
  return [
    economyKept(kept),
    economyGroup,
    economyValue(rules),
    economyMember,
    economyTotal(rules),
    economyTier(rules),
    economyThreshold(rules),
    economyGrowth,
    economyGroupGrowth,
    economyBand(rules),
    economyProfit,
    economyPerHead(rules),
    economyConcentration(rules),
    economyLorenz,
    economyTheil,
    economySource(rules),
    economyInvestment(rules),
    economyDividend(rules),
    economyPlan(rules),
    economyCompletion,
  ];
}

export type { EconomyRules } from './rules';
