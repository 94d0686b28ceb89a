import { at, seededRandom } from '../../random';
import { villagesOf, type Place } from '../places';
import { share } from '../share';

/** The team of a village in the assessment of the year. */
export interface Team extends Place {
  readonly cadres: number;
  /** Points of the four parts, from 0 to 100 with one decimal. */
  readonly parts: readonly number[];
  /** Points in the half-year contest of those who took part. */
  readonly contest: number | undefined;
  readonly listed: boolean;
  /** In 万元. */
  readonly income: number;
  /** Revenue of its company in 万元, where it has one. */
  readonly company: number | undefined;
  /** Members planned and taken in. */
  readonly planned: number;
  readonly taken: number;
}

// The published totals; the income is in hundredths of 万元, the companies' revenue in tenths.
const teamCounts = [16, 17, 15, 14, 18, 13, 15, 14, 16, 12, 15, 14, 13, 16, 15, 14, 15];
const cadreCount = 809;
const contestants = 36;
const listed = 8;
const totalIncome = 665_185;
const companies = 20;
const companyRevenue = 1_400;
const taken = 260;
const planned = 282;

/** The 252 teams, the same at every call. */
export function drawTeams(): Team[] {
  const random = seededRandom(252);
  const places = villagesOf('990301', teamCounts);
  const quality = places.map(() => random.normal(82, 6));
  const best = order(quality.map((one) => one + random.normal(0, 4)));
  const cadres = share(
    cadreCount - 3 * places.length,
    places.map(() => random.next()),
  ).map((more) => 3 + more);
  const incomes = share(
    totalIncome,
    places.map(() => 0.4 + 3 * cube(random.next())),
  );
  const withCompany = new Set(
    order(incomes.map((one) => one * random.between(0.4, 1.6))).slice(0, companies),
  );
  const revenues = share(
    companyRevenue,
    places.map((_, index) => (withCompany.has(index) ? random.between(0.5, 2) : 0)),
  );
  const plans = share(
    planned,
    places.map(() => random.between(0.5, 1.5)),
  );
  const behind = new Set(
    random
      .shuffle(places.map((_, index) => index).filter((one) => at(plans, one) > 0))
      .slice(0, planned - taken),
  );
  const worst = new Set(order(quality).slice(-listed));
  return places.map((place, index) => ({
    ...place,
    cadres: at(cadres, index),
    parts: [0, 0, 0, 0].map(() => tenth(Math.min(99, at(quality, index) + random.normal(0, 3)))),
    contest: best.indexOf(index) < contestants ? tenth(random.between(80, 98)) : undefined,
    listed: worst.has(index),
    income: at(incomes, index) / 100,
    company: withCompany.has(index) ? at(revenues, index) / 10 : undefined,
    planned: at(plans, index),
    taken: at(plans, index) - (behind.has(index) ? 1 : 0),
  }));
}

/** Indexes from the largest value to the smallest. */
function order(values: readonly number[]): number[] {
  return values.map((_, index) => index).sort((a, b) => at(values, b) - at(values, a));
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function cube(value: number): number {
  return value * value * value;
}
